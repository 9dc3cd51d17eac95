import 'server-only'
import type { Transaction } from '../db/client'

/**
 * Gives what one registration holds of these places to what another holds of the same things: nothing is released in
 * between, so it works beyond a lowered size too. Needs `lockPools`, and claims of the other without these places.
 */
export async function passOnPlaces(
  tx: Transaction,
  fromId: string,
  toId: string,
  poolIds: string[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE claim_place place SET claim_id = theirs.id
      FROM claim mine JOIN claim theirs ON theirs.kind = mine.kind AND theirs.subject_id = mine.subject_id AND theirs.state = mine.state
     WHERE mine.registration_id = ${fromId}::uuid AND theirs.registration_id = ${toId}::uuid AND mine.state = 'held'
       AND place.claim_id = mine.id AND place.pool_id = ANY (${poolIds}::uuid[])`
}
