import 'server-only'
import { sql } from '../db/client'
import type { OrganizerKey } from '../keys'
import type { ArrivalBoard, DoubtLine, LastArrival, PointFigures, Presence } from './schema'

const shownLast = 10
const shownMissing = 12

/** Everything that the live view of one event shows but its hours and its phones. */
export async function getArrivalBoard(key: OrganizerKey): Promise<ArrivalBoard> {
  const [presences, points, last, missing, doubts] = await Promise.all([
    countPresences(key),
    countPoints(key),
    listLast(key),
    listMissing(key),
    listDoubts(key),
  ])
  return { presences, points, last, missing, doubts }
}

// Whoever came from afar or is not confirmed came all the same, and was expected by then.
async function countPresences({ eventId }: OrganizerKey) {
  const { rows } = await sql().query<{ presence: Presence; arrived: number; expected: number }>(
    `${cameFirst} SELECT r.presence::text AS presence, count(came.id)::integer AS arrived,
            (count(*) FILTER (WHERE came.id IS NOT NULL OR r.presence <> 'remote'))::integer AS expected
       FROM registration r LEFT JOIN came ON came.id = r.id
      WHERE r.event_id = $1 AND (r.status = 'confirmed' OR came.id IS NOT NULL)
      GROUP BY r.presence ORDER BY r.presence`,
    [eventId],
  )
  return rows.filter(({ arrived, expected }) => arrived + expected > 0)
}

/** Only whoever was ever scanned out is asked about one by one. */
async function countPoints({ eventId }: OrganizerKey): Promise<PointFigures[]> {
  const { rows } = await sql().query<PointFigures>(
    `WITH came AS (SELECT DISTINCT point_id, registration_id FROM check_in_arrived WHERE event_id = $1),
          gone AS (
            SELECT DISTINCT f.point_id, f.registration_id FROM check_in_fact f JOIN came USING (point_id, registration_id)
             WHERE f.event_id = $1 AND f.kind = 'leave' AND check_in_is_out(f.registration_id, f.point_id))
     SELECT p.key, p.name, (SELECT count(*)::integer FROM came WHERE point_id = p.id) AS arrived,
            CASE WHEN p.has_exits THEN ((SELECT count(*) FROM came WHERE point_id = p.id)
              - (SELECT count(*) FROM gone WHERE point_id = p.id))::integer END AS inside
       FROM check_in_point p WHERE p.event_id = $1 ORDER BY p.position`,
    [eventId],
  )
  return rows
}

async function listLast({ eventId }: OrganizerKey): Promise<LastArrival[]> {
  const { rows } = await sql().query<LastArrival>(
    `${cameFirst} SELECT r.id, r.name, came.at, came.device FROM came JOIN registration r ON r.id = came.id
      ORDER BY came.at DESC, r.id DESC LIMIT ${shownLast}`,
    [eventId],
  )
  return rows
}

async function listMissing({ eventId }: OrganizerKey): Promise<ArrivalBoard['missing']> {
  const { rows } = await sql().query<ArrivalBoard['missing'][number]>(
    `${cameFirst} SELECT r.id, r.name, r.organization FROM registration r
      WHERE r.event_id = $1 AND r.status = 'confirmed' AND r.presence <> 'remote'
        AND NOT EXISTS (SELECT 1 FROM came WHERE came.id = r.id)
      ORDER BY r.name_heard, r.id LIMIT ${shownMissing}`,
    [eventId],
  )
  return rows
}

/** What a human should look at, the newest first; after those what somebody looked at already. */
export async function listDoubts({ eventId }: OrganizerKey): Promise<DoubtLine[]> {
  const { rows } = await sql().query<DoubtRow>(
    `SELECT d.fact_id AS "factId", d.kind, d.registration_id AS "registrationId", d.reason, p.name AS point,
            CASE WHEN r.cancel_reason IS DISTINCT FROM 'erased' THEN r.name END AS name,
            d.device, d.device_at AS at, d.other_device AS "otherDevice", d.other_at AS "otherAt",
            d.looked_at AS "lookedAt", COALESCE(u.name, u.email) AS "lookedBy"
       FROM check_in_doubt d
       LEFT JOIN registration r ON r.id = d.registration_id
       LEFT JOIN check_in_point p ON p.id = d.point_id
       LEFT JOIN user_account u ON u.id = d.looked_by
      WHERE d.event_id = $1 ORDER BY d.looked_at IS NOT NULL, d.server_at DESC, d.fact_id`,
    [eventId],
  )
  return rows.map(({ device, at, otherDevice, otherAt, ...doubt }) => {
    const other = otherDevice !== null && otherAt !== null ? [{ device: otherDevice, at: otherAt }] : []
    return { ...doubt, by: [{ device, at }, ...other].sort((one, two) => +one.at - +two.at) }
  })
}

type DoubtRow = Omit<DoubtLine, 'by'> & {
  device: string
  at: Date
  otherDevice: string | null
  otherAt: Date | null
}

const cameFirst = `WITH came AS (
  SELECT DISTINCT ON (a.registration_id) a.registration_id AS id, a.device_at AS at, a.device
    FROM check_in_arrived a JOIN check_in_point p ON p.id = a.point_id AND p.is_arrival
   WHERE a.event_id = $1 ORDER BY a.registration_id, a.device_at, a.id)`
