import 'server-only'
import type { Transaction } from '../db/client'

/** Gives back everything one registration holds and leaves every line; needs `lockPools`. A raised ceiling sinks. */
export async function releasePlaces(tx: Transaction, registrationId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE pool SET taken = taken - held.places, ceiling = CASE WHEN size IS NULL THEN NULL ELSE GREATEST(size, LEAST(ceiling, taken - held.places)) END
      FROM (SELECT p.pool_id, count(*)::integer AS places FROM claim c JOIN claim_place p ON p.claim_id = c.id
             WHERE c.registration_id = ${registrationId}::uuid AND c.state = 'held' GROUP BY p.pool_id) held
     WHERE pool.id = held.pool_id`
  await tx.claim.deleteMany({ where: { registrationId } })
}
