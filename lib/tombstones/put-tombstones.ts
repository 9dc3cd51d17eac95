import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'

/**
 * Remembers, in the transaction that erases, that something was erased, so that a backup that is put back does not
 * bring back what there was of it before `at`. What was erased twice was erased the last time.
 */
export async function putTombstones(
  tx: Transaction,
  kind: string,
  subjectIds: string[],
  at = now(),
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO tombstone (kind, subject_id, erased_at)
    SELECT ${kind}, subject_id, ${at} FROM unnest(${subjectIds}::uuid[]) AS subject_id
    ON CONFLICT (kind, subject_id) DO UPDATE SET erased_at = greatest(tombstone.erased_at, EXCLUDED.erased_at)`
}
