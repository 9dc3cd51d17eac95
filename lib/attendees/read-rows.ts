import 'server-only'
import { sql } from '../db/client'
import type { OrganizerKey } from '../keys'
import { arrival } from './fit-filter'
import type { AttendeeRow } from './schema'

/** What the list shows of these people of the key's event, in the order of their ids. */
export async function readRows({ eventId }: OrganizerKey, ids: string[]): Promise<AttendeeRow[]> {
  const { rows } = await sql().query<AttendeeRow>(columns, [eventId, ids])
  return rows.map((row) => ({ ...row, answers: row.answers ?? {} }))
}

const names = (from: string) => `COALESCE((SELECT ${from}), '{}')`

const columns = `
  SELECT r.id, r.name, r.email, r.organization, r.code, r.status::text, r.presence::text, r.photo::text,
         r.registered_at AS "registeredAt", (${arrival}).device_at AS "arrivedAt",
         r.days::text[] AS days, r.diet::text[] AS diet, r.language, r.source::text, r.is_listed AS "isListed",
         ${names(`array_agg(a.title ORDER BY a.starts_at, a.position) FROM claim c JOIN activity a ON a.id = c.subject_id
           WHERE c.registration_id = r.id AND c.kind = 'activity'`)} AS activities,
         ${names(`array_agg(m.title || ': ' || o.name ORDER BY m.position) FROM meal_choice mc
           JOIN meal m ON m.id = mc.meal_id JOIN menu_option o ON o.id = mc.option_id WHERE mc.registration_id = r.id`)} AS meals,
         ${names(`array_agg(w.tag ORDER BY w.tag) FROM attendee_tag w WHERE w.registration_id = r.id`)} AS tags,
         (SELECT json_build_object('name', h.name || ', ' || t.name, 'nights', s.nights::text[], 'state', CASE
                   WHEN s.released_at IS NOT NULL OR c.id IS NULL THEN 'released'
                   WHEN c.state = 'held' AND s.confirmed_at IS NOT NULL THEN 'confirmed' ELSE c.state::text END)
            FROM stay s JOIN room_type t ON t.id = s.room_type_id JOIN hotel h ON h.id = t.hotel_id
            LEFT JOIN claim c ON c.registration_id = s.registration_id AND c.kind = 'stay'
           WHERE s.registration_id = r.id) AS room,
         (SELECT json_object_agg(q.key, a.value) FROM answer a JOIN question q ON q.id = a.question_id
           WHERE a.registration_id = r.id) AS answers
    FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted(id, position)
    JOIN registration r ON r.id = wanted.id AND r.event_id = $1
   ORDER BY wanted.position`
