import 'server-only'
import type { Transaction } from '../db/client'

/**
 * Gives a waiting or resting claim all of its places or none, by one guarded update; true when it is held now,
 * as an offer where `offeredUntil` says how long.
 * Needs `lockPools`. Registering does the same in `places_take` (migration `registering`), in the same statement
 * that writes the claims.
 */
export async function holdClaim(
  tx: Transaction,
  claimId: string,
  offeredUntil: Date | null = null,
): Promise<boolean> {
  const held = await tx.$executeRaw`
    WITH wanted AS (
      SELECT p.pool_id FROM claim_place p JOIN claim c ON c.id = p.claim_id
       WHERE c.id = ${claimId}::uuid AND c.state <> 'held'
    ), taken AS (
      UPDATE pool SET taken = taken + 1
       WHERE id IN (SELECT pool_id FROM wanted)
         AND NOT EXISTS (SELECT 1 FROM pool full_one JOIN wanted ON wanted.pool_id = full_one.id WHERE full_one.taken >= full_one.size)
      RETURNING id
    )
    UPDATE claim SET state = 'held', offered_until = ${offeredUntil}::timestamptz
     WHERE id = ${claimId}::uuid AND state <> 'held'
       AND (SELECT count(*) FROM taken) = (SELECT count(*) FROM wanted)`
  return held === 1
}
