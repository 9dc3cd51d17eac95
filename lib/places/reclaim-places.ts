import 'server-only'
import type { Transaction } from '../db/client'
import { holdClaim } from './hold-claim'
import type { ClaimState } from './schema'
import { waitAgain } from './wait-again'

/**
 * Somebody who had no place of their own wants these now: held if all are free, else at the end of the line, or
 * resting without `mayWait`. Needs `lockPools`; unless nobody in line would fit a free place, `mayTake` is false.
 */
export async function reclaimPlaces(
  tx: Transaction,
  claimId: string,
  pools: string[],
  { mayTake, mayWait, at }: { mayTake: boolean; mayWait: boolean; at: Date },
): Promise<ClaimState> {
  const { eventId } = await tx.claim.update({
    where: { id: claimId },
    data: { state: 'wished', offeredUntil: null, queuedAt: at },
  })
  await tx.claimPlace.createMany({ data: pools.map((poolId) => ({ claimId, poolId, eventId })) })
  if (mayTake && (await holdClaim(tx, claimId))) return 'held'
  if (!mayWait) return 'wished'
  await waitAgain(tx, claimId)
  return 'waiting'
}
