import 'server-only'
import { db } from '../db/client'
import type { Tombstone } from './schema'

/** What this one is about is not there any more, whatever the backup was that brought it back. */
export async function markSettled({ kind, subjectId }: Tombstone): Promise<void> {
  await db().tombstone.updateMany({ where: { kind, subjectId }, data: { isPending: false } })
}
