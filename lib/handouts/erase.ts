import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { countsOf, type EventErasure, type OwnErasure } from '../erasure'
import { type Actor, recordHistory } from '../history/record'
import { putTombstones } from '../tombstones/put-tombstones'
import type { TouchedList } from './schema'

/** The people on every handout whose day has come in its event's zone. */
export const dueHandoutErasure: OwnErasure = {
  count: async () => {
    const [row] = await db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::integer AS count FROM handout h JOIN event e ON e.id = h.event_id
       WHERE h.erased_at IS NULL AND h.erase_on <= (${now()} AT TIME ZONE e.timezone)::date`
    return row!.count
  },
  erase: () =>
    db().$transaction(async (tx) => {
      const due = await tx.$queryRaw<Due[]>`
        UPDATE handout h SET erased_at = ${now()} FROM event e
         WHERE e.id = h.event_id AND h.erased_at IS NULL AND h.erase_on <= (${now()} AT TIME ZONE e.timezone)::date
        RETURNING h.id, h.event_id`
      await empty(tx, due)
      return due.length
    }),
}

/** The people on a handout that a backup brought back. */
export const eraseHandoutsAgain = (id: string): Promise<number> =>
  db().$transaction(async (tx) => {
    const again = await tx.$queryRaw<Due[]>`
      UPDATE handout SET erased_at = ${now()} WHERE id = ${id}::uuid AND erased_at IS NULL RETURNING id, event_id`
    await empty(tx, again)
    return again.length
  })

/** Whatever is still handed out when nobody of the event is known any more. */
export const handoutErasure: EventErasure = {
  count: async () =>
    countsOf(
      await db().$queryRaw`
        SELECT event_id, count(*)::integer AS count FROM handout WHERE erased_at IS NULL GROUP BY event_id`,
    ),
  erase: async (tx, { eventId, before }) => {
    const due = await tx.$queryRaw<Due[]>`
      UPDATE handout SET erased_at = ${now()}
       WHERE event_id = ${eventId}::uuid AND erased_at IS NULL AND frozen_at <= ${before} RETURNING id, event_id`
    await empty(tx, due)
    return due.length
  },
}

/** To whom lists went, and for what: as long as history. */
export const recipientErasure: EventErasure = {
  count: async () =>
    countsOf(
      await db().$queryRaw`SELECT event_id, count(*)::integer AS count FROM handout GROUP BY event_id`,
    ),
  erase: async (tx, { eventId, before }) =>
    (await tx.handout.deleteMany({ where: { eventId, frozenAt: { lte: before } } })).count,
}

/**
 * Takes one person off every handout that is kept, and notes on which they were and in which row: whoever got the list
 * has to be told; answers which. Comes after the registration itself was emptied, which waits for a list that is being frozen.
 */
export async function eraseHandoutsOf(
  tx: Transaction,
  { eventId, registrationId, actor }: { eventId: string; registrationId: string; actor: Actor },
): Promise<TouchedList[]> {
  const lines = await tx.handoutLine.findMany({
    where: { registrationId },
    include: { handout: { select: { list: true, frozenAt: true, recipient: true } } },
    orderBy: { handoutId: 'asc' },
  })
  await tx.handoutLine.deleteMany({ where: { registrationId } })
  for (const { handoutId, position, handout } of lines) {
    await tx.handout.update({ where: { id: handoutId }, data: { erasedRows: { push: position } } })
    await recordHistory(tx, {
      eventId,
      actor,
      act: 'was_on_list',
      subject: 'handout',
      subjectId: handoutId,
      facts: { list: handout.list, row: position, handedOutAt: handout.frozenAt.toISOString() },
    })
  }
  return lines.map(({ position, handout: { list, recipient, frozenAt } }) => ({
    ...{ list, recipient, row: position, handedOutAt: frozenAt.toISOString() },
  }))
}

/** The same for many whose own day has come, of which nobody has to be told. */
export async function eraseLinesOf(tx: Transaction, registrationIds: string[]): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (DELETE FROM handout_line WHERE registration_id = ANY (${registrationIds}::uuid[]) RETURNING *)
    UPDATE handout h SET erased_rows = h.erased_rows || g.rows
      FROM (SELECT handout_id, array_agg(position ORDER BY position) AS rows FROM gone GROUP BY handout_id) g
     WHERE h.id = g.handout_id`
}

type Due = { id: string; event_id: string }

async function empty(tx: Transaction, due: Due[]): Promise<void> {
  const handoutId = { in: due.map(({ id }) => id) }
  await tx.handoutLine.deleteMany({ where: { handoutId } })
  await tx.handoutLink.deleteMany({ where: { handoutId } })
  await putTombstones(tx, 'handout', handoutId.in)
  for (const { id, event_id } of due)
    await recordHistory(tx, {
      eventId: event_id,
      actor: { kind: 'system', id: null },
      act: 'handout_erased',
      subject: 'handout',
      subjectId: id,
    })
}
