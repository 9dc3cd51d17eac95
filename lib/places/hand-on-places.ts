import 'server-only'
import type { Transaction } from '../db/client'

/**
 * Gives everything one claim holds, is offered or waits for to another that has no places of its own, with its
 * position in the line: nothing is released in between, and nobody else's position changes. Needs `lockPools`. The
 * giving claim is left without places.
 */
export async function handOnPlaces(tx: Transaction, fromId: string, toId: string): Promise<void> {
  await tx.claimPlace.updateMany({ where: { claimId: fromId }, data: { claimId: toId } })
  const { state, queuedAt, offeredUntil } = await tx.claim.findUniqueOrThrow({ where: { id: fromId } })
  await tx.claim.update({ where: { id: toId }, data: { state, queuedAt, offeredUntil } })
}
