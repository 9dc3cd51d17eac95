import 'server-only'
import type { Transaction } from '../db/client'
import { swapClaim } from './swap-claim'

/**
 * An offer that was made to somebody else and came along with their places is nobody's answer: the claim goes back to
 * the line, at its position, and what it held is free for whoever is first there. Anything but an offer is left alone.
 * Needs `lockPools`; call `promoteWaiting` afterwards.
 */
export async function queueOffered(tx: Transaction, claimId: string): Promise<void> {
  const where = { id: claimId, state: 'held', offeredUntil: { not: null } } as const
  const claim = await tx.claim.findFirst({ where, include: { places: true } })
  if (!claim) return
  await swapClaim(tx, claimId, [])
  await tx.claim.update({ where: { id: claimId }, data: { state: 'waiting', offeredUntil: null } })
  const { eventId } = claim
  await tx.claimPlace.createMany({ data: claim.places.map(({ poolId }) => ({ claimId, poolId, eventId })) })
}
