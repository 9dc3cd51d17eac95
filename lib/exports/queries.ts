import 'server-only'
import type { Fitting } from '../attendees/fit-filter'
import { isoInZone } from '../dates'
import { sql } from '../db/client'
import type { OrganizerKey } from '../keys'
import type { AnswerValue } from '../questions/schema'
import type { AttendeeRecord, ExportList, LastExport } from './schema'

/** Everybody who fits, in the order of registering, read page by page in constant memory. */
export async function* readAttendees(
  { text, values }: Fitting,
  zone: string,
  pageSize = 1000,
): AsyncGenerator<AttendeeRecord> {
  let after: string | null = null
  const page = pageOf(text, values.length + 1)
  for (;;) {
    const { rows }: { rows: Row[] } = await sql().query<Row>(page, [...values, after, pageSize])
    for (const row of rows) yield recordOf(row, zone)
    if (rows.length < pageSize) return
    after = rows.at(-1)!.id
  }
}

type Row = Record<'id' | 'code' | 'status' | 'name' | 'email' | 'presence' | 'photo', string> & {
  organization: string | null
  hotel: string | null
  room_type: string | null
  stay_state: string | null
  days: string[]
  diet: string[]
  nights: string[] | null
  activities: string[] | null
  meals: string[] | null
  registered_at: Date
  arrived_at: Date | null
  answers: Record<string, AnswerValue> | null
}

function recordOf({ id: _, stay_state, nights, ...row }: Row, zone: string): AttendeeRecord {
  const waits = stay_state === null || stay_state === 'held' ? '' : ' (waiting)'
  return {
    ...row,
    nights: (nights ?? []).map((night) => `${night}${waits}`),
    activities: row.activities ?? [],
    meals: row.meals ?? [],
    answers: row.answers ?? {},
    registered_at: isoInZone(row.registered_at, zone),
    arrived_at: row.arrived_at && isoInZone(row.arrived_at, zone),
  }
}

const marked = (state: string) => `CASE WHEN ${state} <> 'held' THEN ' (waiting)' ELSE '' END`

// The cursor is the last id: instants have microseconds that a Date would lose.
const pageOf = (fitting: string, after: number) => `
  SELECT r.id, r.code, r.status::text, r.name, r.email, r.organization, r.presence::text, r.photo::text,
         r.days::text[] AS days, r.diet::text[] AS diet, r.registered_at,
         stay.hotel, stay.room_type, stay.nights, stay.state AS stay_state,
         (SELECT array_agg(a.key || ${marked('c.state')} ORDER BY a.starts_at, a.position)
            FROM claim c JOIN activity a ON a.id = c.subject_id
           WHERE c.registration_id = r.id AND c.kind = 'activity') AS activities,
         (SELECT array_agg(m.key || ': ' || o.name || COALESCE(' (' || mc.choice || ')', '') || ${marked("COALESCE(c.state, 'held')")}
                 ORDER BY m.position)
            FROM meal_choice mc JOIN meal m ON m.id = mc.meal_id JOIN menu_option o ON o.id = mc.option_id
            LEFT JOIN claim c ON c.registration_id = r.id AND c.kind = 'option' AND c.subject_id = o.id
           WHERE mc.registration_id = r.id AND r.status <> 'cancelled') AS meals,
         (check_in_arrival(r.id, p.id)).device_at AS arrived_at,
         (SELECT jsonb_object_agg(a.question_id, a.value) FROM answer a WHERE a.registration_id = r.id) AS answers
    FROM registration r
    LEFT JOIN check_in_point p ON p.event_id = r.event_id AND p.is_arrival
    LEFT JOIN LATERAL (
      SELECT h.name AS hotel, t.name AS room_type, s.nights::text[] AS nights, c.state::text AS state
        FROM stay s JOIN room_type t ON t.id = s.room_type_id JOIN hotel h ON h.id = t.hotel_id
        JOIN claim c ON c.registration_id = r.id AND c.kind = 'stay' AND c.subject_id = t.id
       WHERE s.registration_id = r.id AND s.event_id = r.event_id AND s.released_at IS NULL
    ) stay ON true
   ${fitting}
     AND ($${after}::uuid IS NULL OR (r.registered_at, r.id) > (SELECT l.registered_at, l.id FROM registration l WHERE l.id = $${after}))
   ORDER BY r.registered_at, r.id LIMIT $${after + 1}`

/** The last export of each list that was made: who, when, and what of it. */
export async function listLastExports(key: OrganizerKey): Promise<Partial<Record<ExportList, LastExport>>> {
  const { rows } = await sql().query<LastExport & { list: ExportList }>(
    `SELECT DISTINCT ON (facts->>'list') facts->>'list' AS list, at, actor_id AS "userId", facts->>'format' AS format,
            (facts->>'rows')::integer AS rows, facts->>'filter' AS filter
       FROM history_entry WHERE event_id = $1 AND act = 'exported' AND facts ? 'list'
      ORDER BY facts->>'list', at DESC, id DESC`,
    [key.eventId],
  )
  return Object.fromEntries(rows.map((row) => [row.list, row]))
}
