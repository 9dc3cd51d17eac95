import 'server-only'
import type { Transaction } from '../db/client'

/** Gives back what these claims hold and takes them out of every line; needs `lockPools`. A raised ceiling sinks. */
export async function dropClaims(tx: Transaction, claimIds: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE pool SET taken = taken - held.places, ceiling = CASE WHEN size IS NULL THEN NULL ELSE GREATEST(size, LEAST(ceiling, taken - held.places)) END
      FROM (SELECT p.pool_id, count(*)::integer AS places FROM claim c JOIN claim_place p ON p.claim_id = c.id
             WHERE c.id = ANY (${claimIds}::uuid[]) AND c.state = 'held' GROUP BY p.pool_id) held
     WHERE pool.id = held.pool_id`
  await tx.claim.deleteMany({ where: { id: { in: claimIds } } })
}
