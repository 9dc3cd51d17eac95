import 'server-only'
import { createHash } from 'node:crypto'
import { fitFilter } from '../attendees/fit-filter'
import type { AskedFilter } from '../attendees/schema'
import { db, sql } from '../db/client'
import { isId } from '../ids'
import type { OrganizerKey } from '../keys'
import { foreseen } from './rules'
import {
  type BulkKind,
  type BulkPersonRow,
  type BulkRefusal,
  type BulkReport,
  type BulkStanding,
  type Fate,
  type Foresight,
  peoplePerPage,
} from './schema'

type Standing = BulkStanding & { id: string }

/** Everybody of the key's event who fits, in the order in which their turn would come: of those in line, the line's. */
export async function listChosen({ eventId }: OrganizerKey, filter: AskedFilter): Promise<Standing[]> {
  const { text, values } = fitFilter(eventId, filter)
  const { rows } = await sql().query<Standing>(
    `SELECT r.id, r.status::text, r.anonymized_at IS NOT NULL AS "isErased", l.since IS NOT NULL AS "isInLine"
       FROM registration r LEFT JOIN LATERAL (
         SELECT min(c.queued_at) AS since FROM claim c
          WHERE c.registration_id = r.id AND (c.state = 'waiting' OR c.offered_until IS NOT NULL)) l ON true
       ${text} ORDER BY l.since, r.registered_at, r.id`,
    values,
  )
  return rows
}

/** What stands for these very people: another one more or less, and it is another mark. */
export const markOf = (people: { id: string }[]): string =>
  createHash('sha256')
    .update(
      people
        .map(({ id }) => id)
        .toSorted()
        .join(),
    )
    .digest('base64url')
    .slice(0, 22)

/** Whom an act would reach now, and whom not and why. */
export async function foresee(key: OrganizerKey, filter: AskedFilter, kind: BulkKind): Promise<Foresight> {
  const people = await listChosen(key, filter)
  const refusals = people.map((person) => foreseen(kind, person))
  const words = [...new Set(refusals.filter((one) => one !== null))]
  return {
    count: people.length,
    mark: markOf(people),
    possible: refusals.filter((one) => one === null).length,
    impossible: words.map((refusal) => ({
      refusal,
      count: refusals.filter((one) => one === refusal).length,
    })),
  }
}

/** One act of the key's event, with how far it has come. */
export async function findBulkAct({ eventId }: OrganizerKey, id: string): Promise<BulkReport | null> {
  const act = isId(id) ? await db().bulkAct.findFirst({ where: { id, eventId } }) : null
  if (!act) return null
  const groups = await db().bulkActPerson.groupBy({
    by: ['refusal'],
    where: { bulkActId: id, doneAt: { not: null } },
    _count: true,
  })
  const people = await db().bulkActPerson.count({ where: { bulkActId: id } })
  const refused = groups.flatMap(({ refusal, _count: count }) =>
    refusal ? [{ refusal: refusal as BulkRefusal, count }] : [],
  )
  const done = groups.find(({ refusal }) => refusal === null)?._count ?? 0
  return { ...act, people, done, refused }
}

const tests: Record<Fate, string> = {
  done: 'p.done_at IS NOT NULL AND p.refusal IS NULL',
  refused: 'p.refusal IS NOT NULL',
  waiting: 'p.done_at IS NULL',
}

/** One page of its people in their order, all or those with one fate; whoever was erased since has no name. */
export async function listBulkPeople(
  { eventId }: OrganizerKey,
  id: string,
  { fate, after }: { fate?: Fate; after: number },
): Promise<{ rows: BulkPersonRow[]; next: number | null }> {
  const { rows } = await sql().query<BulkPersonRow>(
    `SELECT r.id, CASE WHEN r.anonymized_at IS NOT NULL THEN '' ELSE r.name END AS name, r.status::text, p.position, p.refusal,
            CASE WHEN p.done_at IS NULL THEN 'waiting' WHEN p.refusal IS NULL THEN 'done' ELSE 'refused' END AS fate
       FROM bulk_act_person p JOIN registration r ON r.id = p.registration_id
      WHERE p.bulk_act_id = $1 AND p.event_id = $2 AND p.position > $3 AND ${fate ? tests[fate] : 'true'}
      ORDER BY p.position LIMIT ${peoplePerPage + 1}`,
    [id, eventId, after],
  )
  const shown = rows.slice(0, peoplePerPage)
  return { rows: shown, next: rows.length > peoplePerPage ? shown.at(-1)!.position : null }
}
