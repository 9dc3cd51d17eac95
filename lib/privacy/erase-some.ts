import 'server-only'
import { againAfterDeadlock } from '../db/again-after-deadlock'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import { putTombstones } from '../tombstones/put-tombstones'
import { eventErasures } from './erasures'
import type { ErasureKind, EventErasureKind } from './schema'

// Small enough that nobody who acts on the event meanwhile waits long.
const atOnce = 100

/** One batch of one kind of one event, of what was there before an instant; answers how many, 0 when nothing is left. */
export async function eraseSome(
  eventId: string,
  kind: EventErasureKind,
  before: Date,
  { isAgain = false } = {},
): Promise<number> {
  const { erasure } = eventErasures[kind]
  return await againAfterDeadlock(() =>
    db().$transaction(async (tx) => {
      const count = await erasure.erase(tx, { eventId, most: atOnce, before, isAgain })
      if (count === 0) return 0
      await putTombstones(tx, kind, [eventId], before)
      await tellHistory(tx, eventId, kind, count)
      return count
    }),
  )
}

/** History says how much of what went, and nothing of it. */
export const tellHistory = (tx: Transaction, eventId: string | null, kind: ErasureKind, count: number) =>
  recordHistory(tx, {
    eventId,
    actor: { kind: 'system', id: null },
    act: 'erased_by_date',
    subject: eventId ? 'event' : 'installation',
    subjectId: eventId,
    facts: { kind, count },
  })
