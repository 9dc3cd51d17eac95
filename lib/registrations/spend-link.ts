import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import type { RegistrationTokenPurpose } from '../db/generated/enums'
import { type LiveLink, liveLink } from './find-link'

/** What a one-time link stands for, spent in the transaction that acts: of two who press at once, one finds it spent. */
export async function spendLink(
  tx: Transaction,
  purpose: RegistrationTokenPurpose,
  token: string,
): Promise<LiveLink | null> {
  const link = await tx.registrationToken.findFirst({ where: liveLink(purpose, token) })
  if (!link) return null
  const { count } = await tx.registrationToken.updateMany({
    where: { id: link.id, usedAt: null },
    data: { usedAt: now() },
  })
  return count === 1 ? link : null
}
