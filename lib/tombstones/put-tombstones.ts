import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import type { Tombstone } from './schema'

/**
 * Remembers in the transaction that erases what was erased and when, and nothing of it, so that a backup that is put
 * back does not bring it back. What was erased twice was erased the last time.
 */
export async function putTombstones(tx: Transaction, kind: string, subjectIds: string[]): Promise<void> {
  await keepTombstones(
    tx,
    subjectIds.map((subjectId) => ({ kind, subjectId, erasedAt: now() })),
  )
}

/** The same for those that another database knew of. */
export async function keepTombstones(tx: Transaction, stones: Tombstone[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO tombstone (kind, subject_id, erased_at)
    SELECT * FROM unnest(${stones.map(({ kind }) => kind)}::text[], ${stones.map(({ subjectId }) => subjectId)}::uuid[],
                         ${stones.map(({ erasedAt }) => erasedAt.toISOString())}::timestamptz[])
    ON CONFLICT (kind, subject_id) DO UPDATE SET erased_at = greatest(tombstone.erased_at, EXCLUDED.erased_at)`
}
