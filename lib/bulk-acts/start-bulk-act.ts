import 'server-only'
import type { AskedFilter } from '../attendees/schema'
import { now } from '../clock'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { listChosen, markOf } from './queries'
import type { BulkInput, StartRefusal } from './schema'

/**
 * Keeps what shall be done to everybody who fits the filter now; the work itself is `carryOutBulkActs`. The same form
 * twice is one act. Refused where somebody came or went since the page was shown: it would be others than were seen.
 */
export async function startBulkAct(
  { eventId, ...key }: OrganizerKey,
  filter: AskedFilter,
  filterWords: string,
  input: BulkInput,
): Promise<Result<{ isNew: boolean }, StartRefusal>> {
  const { id, kind, mark, tags, isTold, isForced, reason } = input
  if (await db().bulkAct.count({ where: { id, eventId } })) return ok({ isNew: false })
  if (isForced && reason === '') return refused('reason_missing')
  if ((kind === 'tag' || kind === 'untag') && tags.length === 0) return refused('tags_missing')
  const people = await listChosen({ eventId, ...key } as OrganizerKey, filter)
  if (people.length === 0) return refused('nobody')
  if (markOf(people) !== mark) return refused('changed_meanwhile')
  const ids = people.map((one) => one.id)
  const isNew = await db().$transaction(async (tx) => {
    const act = { id, eventId, kind, tags, isTold, isForced, reason, filterWords }
    const { count } = await tx.bulkAct.createMany({
      data: [{ ...act, startedBy: key.userId, startedAt: now() }],
      skipDuplicates: true,
    })
    if (count === 0) return false
    await tx.$executeRaw`
      INSERT INTO bulk_act_person (bulk_act_id, registration_id, event_id, position)
      SELECT ${id}::uuid, r.id, r.event_id, wanted.position
        FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted(id, position)
        JOIN registration r ON r.id = wanted.id AND r.event_id = ${eventId}::uuid`
    return true
  })
  return ok({ isNew })
}
