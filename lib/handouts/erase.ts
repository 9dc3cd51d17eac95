import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { type Actor, recordHistory } from '../history/record'

/** Forgets the people on every handout whose day has come in its event's zone; answers how many. Safe to repeat. */
export async function eraseDueHandouts(): Promise<number> {
  return await db().$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string; event_id: string }[]>`
      UPDATE handout h SET erased_at = ${now()} FROM event e
       WHERE e.id = h.event_id AND h.erased_at IS NULL AND h.erase_on <= (${now()} AT TIME ZONE e.timezone)::date
      RETURNING h.id, h.event_id`
    const handoutId = { in: due.map(({ id }) => id) }
    await tx.handoutLine.deleteMany({ where: { handoutId } })
    await tx.handoutLink.deleteMany({ where: { handoutId } })
    for (const { id, event_id } of due)
      await recordHistory(tx, {
        eventId: event_id,
        actor: { kind: 'system', id: null },
        act: 'handout_erased',
        subject: 'handout',
        subjectId: id,
      })
    return due.length
  })
}

/**
 * Takes one person off every handout that is kept, and notes on which they were and in which row: whoever got the list
 * has to be told. Comes after the registration itself was emptied, which waits for a list that is being frozen.
 */
export async function eraseHandoutsOf(
  tx: Transaction,
  { eventId, registrationId, actor }: { eventId: string; registrationId: string; actor: Actor },
): Promise<void> {
  const lines = await tx.handoutLine.findMany({
    where: { registrationId },
    include: { handout: { select: { list: true, frozenAt: true } } },
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
}
