import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import type { RegistrationTokenPurpose } from '../db/generated/enums'
import { type LiveLink, liveLink } from './find-link'
import { lockRegistration } from './lock-registration'

/** What a one-time link stands for, spent in the transaction that acts: of two who press at once, one finds it spent. */
export async function spendLink(
  tx: Transaction,
  purpose: RegistrationTokenPurpose,
  token: string,
): Promise<LiveLink | null> {
  const live = liveLink(purpose, token)
  const link = await tx.registrationToken.findFirst({ where: live })
  if (!link) return null
  // First, as whoever erases it does; or the one would wait for the link and the other for the registration.
  await lockRegistration(tx, link.registrationId)
  const { count } = await tx.registrationToken.updateMany({ where: live, data: { usedAt: now() } })
  return count === 1 ? link : null
}
