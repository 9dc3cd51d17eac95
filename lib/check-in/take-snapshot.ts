import 'server-only'
import { createHash } from 'node:crypto'
import { sql } from '../db/client'
import type { CheckInKey } from '../keys'
import { sayActivities, sayArrivals, sayDoubts, sayMeals, sayPeople, sayQuestions } from './say-to-devices'
import type { Snapshot } from './schema'

type Head = Omit<Snapshot, 'people' | 'arrivals' | 'doubts' | 'device'>
type Row = Pick<Snapshot['device'], 'endsAt'> &
  Record<'people' | 'arrivals' | 'doubts', string> & { head: Head }

/**
 * What a device holds to go on without network, as the JSON of a `Snapshot`, and a tag that is the same for as long as
 * the same is known. One statement, and so one moment; thousands of people stay the text that the database made.
 */
export async function takeSnapshot(key: CheckInKey): Promise<{ json: string; tag: string }> {
  const { rows } = await sql().query<Row>({
    name: 'check_in_snapshot',
    text: statement,
    values: [key.eventId, key.deviceId],
  })
  const { head, endsAt, people, arrivals, doubts } = rows[0]!
  const { cursor, at, ...standing } = head
  const device = { id: key.deviceId, name: key.deviceName, rank: key.rank, endsAt }
  const known = JSON.stringify({ ...standing, device }).slice(1, -1)
  const lists = `"people":${people},"arrivals":${arrivals},"doubts":${doubts}`
  return {
    json: `{${known},${lists},${JSON.stringify({ cursor, at }).slice(1)}`,
    tag: createHash('sha256').update(known).update(lists).digest('base64url').slice(0, 22),
  }
}

const statement = `
  SELECT json_build_object(
           'event', json_build_object('id', e.id, 'slug', e.slug, 'title', e.title, 'timezone', e.timezone,
             'startsAt', e.starts_at, 'endsAt', e.ends_at, 'isIdNeeded', e.is_legal_name_required),
           'points', COALESCE((
             SELECT json_agg(json_build_object('key', key, 'name', name, 'isArrival', is_arrival, 'hasExits', has_exits)
                    ORDER BY position) FROM check_in_point WHERE event_id = $1), '[]'),
           'activities', ${sayActivities}, 'meals', ${sayMeals}, 'questions', ${sayQuestions},
           'stamp', e.revision::text, 'cursor', (extract(epoch FROM now()) * 1000)::bigint::text, 'at', now()) AS head,
         (SELECT ends_at FROM device WHERE id = $2) AS "endsAt",
         ${sayPeople()} AS people, ${sayArrivals()} AS arrivals, ${sayDoubts} AS doubts
    FROM event e WHERE e.id = $1`
