import 'server-only'
import { db, sql, type Transaction } from '../db/client'
import type { AdminKey, OrganizerKey } from '../keys'
import { type Act, actsByGroup, type HistoryFilter, type HistoryLine, linesPerPage } from './schema'

type Days = { timezone: string }
type Page = { lines: HistoryLine[]; next: string | null }

/** What happened to one thing of the key's event, the latest first. */
export async function listHistory(key: { eventId: string }, subjectId: string): Promise<HistoryLine[]> {
  const rows = await db().historyEntry.findMany({
    where: { eventId: key.eventId, subjectId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 200,
  })
  return rows as HistoryLine[]
}

/** How often something was done to one thing. */
export const countActs = (tx: Transaction, subjectId: string, act: Act): Promise<number> =>
  tx.historyEntry.count({ where: { subjectId, act } })

/**
 * One page of what happened at the key's event, the latest first; `next` is the cursor of the following one. Of the
 * house it is what belongs to no event.
 */
export async function listEventHistory(
  key: OrganizerKey | AdminKey,
  filter: HistoryFilter,
  { timezone }: Days,
  pageSize = linesPerPage,
): Promise<Page> {
  const { text, values } = fitting(key, filter, timezone)
  const cursor =
    'AND ($7::uuid IS NULL OR (at, id) < (SELECT b.at, b.id FROM history_entry b WHERE b.id = $7 AND b.event_id IS NOT DISTINCT FROM $1))'
  const { rows } = await sql().query<HistoryLine>(
    `SELECT id, at, actor_kind AS "actorKind", actor_id AS "actorId", act, subject, subject_id AS "subjectId", facts
       FROM history_entry ${text} ${cursor} ORDER BY at DESC, id DESC LIMIT $8`,
    [...values, filter.before ?? null, pageSize + 1],
  )
  const lines = rows.slice(0, pageSize)
  return { lines, next: rows.length > pageSize ? lines.at(-1)!.id : null }
}

/** How many lines fit. */
export async function countEventHistory(
  key: OrganizerKey,
  filter: HistoryFilter,
  { timezone }: Days,
): Promise<number> {
  const { text, values } = fitting(key, filter, timezone)
  const { rows } = await sql().query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM history_entry ${text}`,
    values,
  )
  return rows[0]!.count
}

/** The accounts that ever did something at the key's event, by id. */
export async function listActors(key: OrganizerKey): Promise<string[]> {
  const { rows } = await sql().query<{ id: string }>(
    `SELECT DISTINCT actor_id AS id FROM history_entry
      WHERE event_id = $1 AND actor_kind = 'user' AND actor_id IS NOT NULL`,
    [key.eventId],
  )
  return rows.map(({ id }) => id)
}

/** The accounts that ever changed something about the house, by id; who only signed in are too many to choose from. */
export async function listHouseActors(_key: AdminKey): Promise<string[]> {
  const { rows } = await sql().query<{ id: string }>(
    `SELECT DISTINCT actor_id AS id FROM history_entry
      WHERE event_id IS NULL AND actor_kind = 'user' AND act = ANY ($1)`,
    [actsByGroup.installation],
  )
  return rows.map(({ id }) => id)
}

/** The latest of what happened to one account. */
export async function listAccountHistory(_key: AdminKey, userId: string): Promise<HistoryLine[]> {
  const rows = await db().historyEntry.findMany({
    where: { eventId: null, subjectId: userId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: linesPerPage,
  })
  return rows as HistoryLine[]
}

// A day begins and ends in the event's zone. What belongs to no event has no id to compare.
function fitting(key: OrganizerKey | AdminKey, { group, who, from, to }: HistoryFilter, timezone: string) {
  const eventId = 'eventId' in key ? key.eventId : null
  const text = `WHERE ${eventId ? 'event_id = $1' : 'event_id IS NULL AND $1::uuid IS NULL'}
     AND ($2::text[] IS NULL OR act = ANY ($2))
     AND ($3::text IS NULL OR actor_id = $3 OR ($3 = actor_kind))
     AND ($4::date IS NULL OR at >= $4::date::timestamp AT TIME ZONE $6::text)
     AND ($5::date IS NULL OR at < ($5::date + 1)::timestamp AT TIME ZONE $6::text)`
  const acts = group ? actsByGroup[group] : null
  return { text, values: [eventId, acts, who ?? null, from ?? null, to ?? null, timezone] }
}
