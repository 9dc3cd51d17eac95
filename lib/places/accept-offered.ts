import 'server-only'
import type { Transaction } from '../db/client'
import type { ClaimRef } from './schema'

/** Turns an offer that has not ended at `now` into a place; needs `lockPools`. */
export async function acceptOffered(
  tx: Transaction,
  registrationId: string,
  { kind, subjectId }: ClaimRef,
  now: Date,
): Promise<'accepted' | 'held_already' | 'over'> {
  const where = { registrationId, kind, subjectId, state: 'held' } as const
  const { count } = await tx.claim.updateMany({
    where: { ...where, offeredUntil: { gt: now } },
    data: { offeredUntil: null },
  })
  if (count > 0) return 'accepted'
  return (await tx.claim.count({ where: { ...where, offeredUntil: null } })) > 0 ? 'held_already' : 'over'
}
