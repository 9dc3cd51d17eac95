import 'server-only'
import type { Transaction } from '../db/client'

/**
 * Gives a claim another set of places: what is new is held before what is old is given back, in one guarded
 * statement; false and nothing changed when a new place is gone. A waiting or resting claim only wishes otherwise
 * and keeps its time. Needs `lockPools`; call `promoteWaiting` afterwards, for what was given back.
 */
export async function swapClaim(tx: Transaction, claimId: string, pools: string[]): Promise<boolean> {
  const [answer] = await tx.$queryRaw<{ fits: boolean }[]>`
    WITH mine AS (SELECT c.id, c.event_id, c.state FROM claim c WHERE c.id = ${claimId}::uuid),
    fresh AS (SELECT unnest(${pools}::uuid[]) AS id EXCEPT SELECT pool_id FROM claim_place WHERE claim_id = ${claimId}::uuid),
    stale AS (SELECT pool_id AS id FROM claim_place WHERE claim_id = ${claimId}::uuid EXCEPT SELECT unnest(${pools}::uuid[])),
    verdict AS (
      SELECT mine.*, mine.state <> 'held' OR NOT EXISTS (SELECT 1 FROM pool JOIN fresh USING (id) WHERE taken >= size) AS fits FROM mine
    ), moved AS (
      UPDATE pool SET taken = taken + moves.by,
             ceiling = CASE WHEN size IS NULL THEN NULL ELSE GREATEST(size, LEAST(ceiling, taken + moves.by)) END
        FROM (SELECT id, 1 AS by FROM fresh UNION ALL SELECT id, -1 FROM stale) moves, verdict
       WHERE pool.id = moves.id AND verdict.fits AND verdict.state = 'held'
    ), gone AS (
      DELETE FROM claim_place USING verdict WHERE claim_id = verdict.id AND verdict.fits AND pool_id IN (SELECT id FROM stale)
    ), come AS (
      INSERT INTO claim_place (claim_id, pool_id, event_id)
        SELECT verdict.id, fresh.id, verdict.event_id FROM verdict, fresh WHERE verdict.fits
    )
    SELECT fits FROM verdict`
  return answer?.fits ?? false
}
