import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { countsOf, daysBefore, type EventErasure, type OwnErasure } from '../erasure'
import { keptAfterEvent } from '../retention'

/** What happened at an event; a line that came later is kept as long from then. */
export const historyErasure: EventErasure = {
  count: async (isDue) =>
    countsOf(
      await db().$queryRaw`
        SELECT event_id, count(*)::integer AS count FROM history_entry
         WHERE event_id IS NOT NULL AND at < ${dueBefore(isDue)} GROUP BY event_id`,
    ),
  erase: (tx, { eventId, most, before }) =>
    erasing(
      tx,
      () => tx.$executeRaw`
        DELETE FROM history_entry WHERE id IN (
          SELECT id FROM history_entry
           WHERE event_id = ${eventId}::uuid AND at < ${dueBefore()} AND at <= ${before}
           LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
    ),
}

/** What happened to the house itself, and at events that are gone. */
export const houseHistoryErasure: OwnErasure = {
  count: async () => {
    const [row] = await db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::integer AS count FROM history_entry h WHERE h.at < ${dueBefore()}
         AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = h.event_id)`
    return row!.count
  },
  erase: () =>
    db().$transaction((tx) =>
      erasing(
        tx,
        () => tx.$executeRaw`
          DELETE FROM history_entry WHERE id IN (
            SELECT h.id FROM history_entry h WHERE h.at < ${dueBefore()}
               AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = h.event_id) LIMIT 1000 FOR UPDATE SKIP LOCKED)`,
      ),
    ),
}

/** History of these things keeps who did what and when, but no value any more. */
export async function eraseHistoryOf(tx: Transaction, subjectIds: string[]): Promise<void> {
  await erasing(tx, () =>
    tx.historyEntry.updateMany({ where: { subjectId: { in: subjectIds } }, data: { facts: {} } }),
  )
}

const dueBefore = (isDue = true) => daysBefore(now(), isDue ? keptAfterEvent.history : -1)

// A trigger refuses whoever touches history without saying why.
async function erasing<T>(tx: Transaction, erase: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`SELECT set_config('lanyard.erasing', 'on', true)`
  const answer = await erase()
  await tx.$executeRaw`SELECT set_config('lanyard.erasing', 'off', true)`
  return answer
}
