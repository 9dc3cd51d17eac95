import 'server-only'
import { sql } from '../db/client'
import type { OrganizerKey } from '../keys'
import { arrival, type Fitting, fitFilter } from './fit-filter'
import {
  type AskedFilter,
  type AttendeeFilter,
  type AttendeePage,
  type AttendeeRow,
  attendeesPerPage,
} from './schema'

/** One page of people, the latest or the first by name in front; every word sought has to be found somewhere. */
export async function listAttendees(key: OrganizerKey, filter: AttendeeFilter): Promise<AttendeePage> {
  const fitting = fitFilter(key.eventId, filter)
  const [found, count] = await Promise.all([readPage(fitting, filter), countFitting(fitting)])
  const rows = found.slice(0, attendeesPerPage)
  return { rows, count, next: found.length <= attendeesPerPage ? null : rows.at(-1)!.id }
}

/** How many people of the key's event fit a filter. */
export const countAttendees = (key: OrganizerKey, filter: AskedFilter): Promise<number> =>
  countFitting(fitFilter(key.eventId, filter))

async function readPage({ text, values }: Fitting, { sort, after }: AttendeeFilter): Promise<AttendeeRow[]> {
  const order = orders[sort]
  const cursor = after
    ? `AND (${order.by}, r.id) ${order.beyond} (SELECT ${order.by}, r.id FROM registration r WHERE r.id = $${values.length + 1} AND r.event_id = $1)`
    : ''
  const { rows } = await sql().query<AttendeeRow>(
    `${columns} ${text} ${cursor} ORDER BY ${order.by} ${order.way}, r.id ${order.way} LIMIT ${attendeesPerPage + 1}`,
    after ? [...values, after] : values,
  )
  return rows
}

async function countFitting({ text, values }: Fitting): Promise<number> {
  const { rows } = await sql().query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM registration r ${text}`,
    values,
  )
  return rows[0]!.count
}

const orders = {
  registered_at: { by: 'r.registered_at', beyond: '<', way: 'DESC' },
  name: { by: 'r.name_heard', beyond: '>', way: 'ASC' },
} as const

const columns = `
  SELECT r.id, r.name, r.email, r.organization, r.code, r.status::text, r.presence::text, r.photo::text,
         r.registered_at AS "registeredAt",
         (${arrival}).server_at AS "arrivedAt"
    FROM registration r`
