import 'server-only'
import { sql } from '../db/client'
import type { OrganizerKey } from '../keys'
import { type Fitting, fitFilter } from './fit-filter'
import { readRows } from './read-rows'
import {
  type AskedFilter,
  type AttendeeFilter,
  type AttendeePage,
  type AttendeeSort,
  attendeesPerPage,
} from './schema'

/**
 * One page of the people who fit a filter, from the cursor on or up to it. A cursor is a person: whoever comes or goes
 * meanwhile moves nobody from one page to another.
 */
export async function listAttendees(key: OrganizerKey, filter: AttendeeFilter): Promise<AttendeePage> {
  const fitting = fitFilter(key.eventId, filter)
  const { ids, count } = await readPage(fitting, filter)
  const isBack = filter.before !== undefined
  const hasMore = ids.length > attendeesPerPage
  const shown = ids.slice(0, attendeesPerPage)
  if (isBack) shown.reverse()
  return {
    rows: await readRows(key, shown),
    count,
    next: (isBack || hasMore) && shown.length > 0 ? shown.at(-1)! : null,
    previous: (isBack ? hasMore : filter.after !== undefined) && shown.length > 0 ? shown[0]! : null,
  }
}

/** How many people of the key's event fit a filter. */
export const countAttendees = (key: OrganizerKey, filter: AskedFilter): Promise<number> =>
  countFitting(fitFilter(key.eventId, filter))

/** Who fits is found once, for the page and for the number of all. */
async function readPage({ text, values }: Fitting, filter: AttendeeFilter) {
  const given = [...values]
  const way = filter.way ?? (filter.sort === 'registered_at' ? 'desc' : 'asc')
  const by = orderBy(filter.sort, way, (one) => `$${given.push(one)}`)
  const isDown = (way === 'desc') !== (filter.before !== undefined)
  const cursor = filter.before ?? filter.after
  const beyond = cursor
    ? `WHERE (f.place, f.id) ${isDown ? '<' : '>'} (
        SELECT ${by}, r.id FROM registration r WHERE r.id = $${given.push(cursor)} AND r.event_id = $1)`
    : ''
  const direction = isDown ? 'DESC' : 'ASC'
  const { rows } = await sql().query<{ ids: string[]; count: number }>(
    `WITH fitting AS MATERIALIZED (SELECT r.id, ${by} AS place FROM registration r ${text})
     SELECT (SELECT count(*)::integer FROM fitting) AS count, ARRAY(
       SELECT f.id FROM fitting f ${beyond}
        ORDER BY f.place ${direction}, f.id ${direction} LIMIT ${attendeesPerPage + 1})::text[] AS ids`,
    given,
  )
  return rows[0]!
}

async function countFitting({ text, values }: Fitting): Promise<number> {
  const { rows } = await sql().query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM registration r ${text}`,
    values,
  )
  return rows[0]!.count
}

function orderBy(sort: AttendeeSort, way: 'asc' | 'desc', given: (one: unknown) => string): string {
  const value = sort.startsWith('answer.')
    ? answerTo(given(sort.slice('answer.'.length)))
    : orders[sort as keyof typeof orders]
  if (typeof value === 'string') return value
  // Who has nothing in a column comes after those who have, whichever way it runs.
  return `COALESCE(${value.from}, ${way === 'desc' ? value.least : value.most})`
}

const answerTo = (key: string) => ({
  from: `(SELECT a.value FROM answer a JOIN question q ON q.id = a.question_id WHERE a.registration_id = r.id AND q.key = ${key})`,
  // Of JSON values null is the first and an object the last.
  least: `'null'::jsonb`,
  most: `'{"":""}'::jsonb`,
})
const asText = (from: string) => ({ from, least: `''`, most: 'chr(1114111)' })

const orders = {
  registered_at: 'r.registered_at',
  name: 'r.name_heard',
  status: 'r.status',
  photo: 'r.photo',
  presence: 'r.presence',
  organization: asText(`lower(NULLIF(r.organization, ''))`),
  arrived: {
    from: `(SELECT min(f.device_at) FROM check_in_arrived f JOIN check_in_point p ON p.id = f.point_id AND p.is_arrival
    WHERE f.registration_id = r.id)`,
    least: `'-infinity'`,
    most: `'infinity'`,
  },
  email: 'r.email_normalized',
  code: 'r.code',
  diet: 'r.diet',
  room: asText(`(SELECT lpad(h.position::text, 6, '0') || lpad(t.position::text, 6, '0') FROM stay s JOIN room_type t ON t.id = s.room_type_id
    JOIN hotel h ON h.id = t.hotel_id WHERE s.registration_id = r.id AND s.released_at IS NULL)`),
  language: 'r.language',
  source: 'r.source',
  listed: 'r.is_listed',
} as const
