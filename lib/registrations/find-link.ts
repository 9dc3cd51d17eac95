import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import type { RegistrationTokenPurpose } from '../db/generated/enums'
import { hashToken } from '../tokens'

export type LiveLink = { id: string; eventId: string; registrationId: string; email: string }

/** What a one-time link stands for, if it can still act; its holder proves a mailbox, so no key is asked for. */
export async function findPublicLink(
  purpose: RegistrationTokenPurpose,
  token: string,
): Promise<LiveLink | null> {
  const link = await db().registrationToken.findFirst({ where: live(purpose, token) })
  return link && { ...link }
}

/** The same inside the transaction that spends it: of two who press at once, one finds it spent. */
export async function spendLink(
  tx: Transaction,
  purpose: RegistrationTokenPurpose,
  token: string,
): Promise<LiveLink | null> {
  const link = await tx.registrationToken.findFirst({ where: live(purpose, token) })
  if (!link) return null
  const { count } = await tx.registrationToken.updateMany({
    where: { id: link.id, usedAt: null },
    data: { usedAt: now() },
  })
  return count === 1 ? link : null
}

const live = (purpose: RegistrationTokenPurpose, token: string) => ({
  hash: hashToken(token),
  purpose,
  usedAt: null,
  expiresAt: { gt: now() },
  registration: { status: { not: 'cancelled' as const } },
})
