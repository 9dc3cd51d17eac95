import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { RegistrationTokenPurpose } from '../db/generated/enums'
import { hashToken } from '../tokens'

export type LiveLink = { id: string; eventId: string; registrationId: string; email: string }

/** What a one-time link stands for, if it can still act; its holder proves a mailbox, so no key is asked for. */
export async function findPublicLink(
  purpose: RegistrationTokenPurpose,
  token: string,
): Promise<LiveLink | null> {
  const link = await db().registrationToken.findFirst({ where: liveLink(purpose, token) })
  return link && { ...link }
}

/** What such a link is looked up by. */
export const liveLink = (purpose: RegistrationTokenPurpose, token: string) => ({
  hash: hashToken(token),
  purpose,
  usedAt: null,
  expiresAt: { gt: now() },
  registration: { status: { not: 'cancelled' as const }, anonymizedAt: null },
})
