import 'server-only'
import { sql } from '../db/client'
import { asCode } from '../ids'
import type { OrganizerKey } from '../keys'
import { type AttendeeFilter, type AttendeePage, type AttendeeRow, attendeesPerPage } from './schema'

/** One page of people, the latest or the first by name in front; every word sought has to be found somewhere. */
export async function listAttendees(key: OrganizerKey, filter: AttendeeFilter): Promise<AttendeePage> {
  const words = filter.q.split(/\s+/).filter(Boolean)
  const given = [
    key.eventId,
    words,
    asCode(filter.q),
    filter.status ?? null,
    filter.presence ?? null,
    filter.photo ?? null,
    filter.diet ?? null,
    filter.arrived ?? null,
    filter.place ?? null,
    filter.standing ?? null,
    filter.coming ?? null,
  ]
  const byName = filter.sort === 'name'
  const [found, counted] = await Promise.all([
    sql().query<AttendeeRow>(byName ? pageByName : pageByTime, [
      ...given,
      filter.after ?? null,
      attendeesPerPage + 1,
    ]),
    sql().query<{ count: number }>(`SELECT count(*)::integer AS count ${fitting}`, given),
  ])
  const rows = found.rows.slice(0, attendeesPerPage)
  const isLast = found.rows.length <= attendeesPerPage
  return { rows, count: counted.rows[0]!.count, next: isLast ? null : rows.at(-1)!.id }
}

// check_in_sounds hears names as people do: no case, no accents, "ue" like "ü".
const fitting = `
  FROM registration r
  LEFT JOIN check_in_point p ON p.event_id = r.event_id AND p.is_arrival
 WHERE r.event_id = $1
   AND (cardinality($2::text[]) = 0 OR r.code = $3 OR NOT EXISTS (
     SELECT 1 FROM unnest($2::text[]) word
      WHERE strpos(check_in_sounds(concat_ws(' ', r.name, r.email, r.organization, r.code)), check_in_sounds(word)) = 0))
   AND ($4::text IS NULL OR r.status::text = $4 OR ($4 = 'live' AND r.status <> 'cancelled'))
   AND ($5::text IS NULL OR r.presence::text = $5)
   AND ($6::text IS NULL OR r.photo::text = $6)
   AND ($7::text IS NULL OR $7::"Diet" = ANY (r.diet))
   AND ($8::text IS NULL OR ($8 = 'yes') = ((check_in_arrival(r.id, p.id)).id IS NOT NULL))
   AND (($9::uuid IS NULL AND $10::text IS NULL) OR EXISTS (
     SELECT 1 FROM claim c JOIN claim_place cp ON cp.claim_id = c.id
      WHERE c.registration_id = r.id AND ($9 IS NULL OR cp.pool_id = $9) AND ($10 IS NULL OR c.state::text = $10)))
   AND ($11::text IS NULL OR ($11 = 'yes') = (r.still_coming_at IS NOT NULL))`

const columns = `
  SELECT r.id, r.name, r.email, r.organization, r.code, r.status::text, r.presence::text, r.photo::text,
         r.registered_at AS "registeredAt", (check_in_arrival(r.id, p.id)).server_at AS "arrivedAt"`

const pageByTime = `${columns} ${fitting}
   AND ($12::uuid IS NULL OR (r.registered_at, r.id) < (SELECT l.registered_at, l.id FROM registration l WHERE l.id = $12 AND l.event_id = $1))
 ORDER BY r.registered_at DESC, r.id DESC LIMIT $13`

const pageByName = `${columns} ${fitting}
   AND ($12::uuid IS NULL OR (check_in_sounds(r.name), r.id) > (SELECT check_in_sounds(l.name), l.id FROM registration l WHERE l.id = $12 AND l.event_id = $1))
 ORDER BY check_in_sounds(r.name), r.id LIMIT $13`
