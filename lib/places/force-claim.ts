import 'server-only'
import type { Transaction } from '../db/client'

/**
 * Gives a waiting or resting claim all of its places, though they are gone: the ceiling of each full one is raised by
 * exactly what is missing, and sinks when the place is given back. Answers how many were beyond their size.
 * Needs `lockPools`; an organizer's decision that history remembers.
 */
export async function forceClaim(tx: Transaction, claimId: string): Promise<number> {
  const pools = await tx.$queryRaw<{ isBeyond: boolean }[]>`
    UPDATE pool SET taken = taken + 1, ceiling = CASE WHEN size IS NULL THEN NULL ELSE GREATEST(ceiling, taken + 1) END
     WHERE id IN (SELECT p.pool_id FROM claim_place p JOIN claim c ON c.id = p.claim_id
                   WHERE c.id = ${claimId}::uuid AND c.state <> 'held')
    RETURNING size IS NOT NULL AND taken > size AS "isBeyond"`
  await tx.claim.update({ where: { id: claimId }, data: { state: 'held', offeredUntil: null } })
  return pools.filter(({ isBeyond }) => isBeyond).length
}
