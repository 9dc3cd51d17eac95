import 'server-only'
import { sql } from '../db/client'
import type { AdminKey, OrganizerKey } from '../keys'
import type { DayCount, DayFigures, HotelFigures, HourCount, PeopleFigures, PlaceFigures } from './schema'

/** Everybody by state and way of taking part; cameras are asked about where somebody comes. */
export async function countPeople(key: OrganizerKey): Promise<PeopleFigures> {
  const { rows } = await sql().query<{ figures: PeopleFigures }>(
    `SELECT json_build_object(
        'status', json_build_object(
          'confirmed', count(*) FILTER (WHERE status = 'confirmed'),
          'waitlisted', count(*) FILTER (WHERE status = 'waitlisted'),
          'pending_approval', count(*) FILTER (WHERE status = 'pending_approval'),
          'unverified', count(*) FILTER (WHERE status = 'unverified'),
          'cancelled', count(*) FILTER (WHERE status = 'cancelled')),
        'confirmed', json_build_object(
          'on_site', count(*) FILTER (WHERE status = 'confirmed' AND presence = 'on_site'),
          'remote', count(*) FILTER (WHERE status = 'confirmed' AND presence = 'remote'),
          'activity_only', count(*) FILTER (WHERE status = 'confirmed' AND presence = 'activity_only')),
        'photo', json_build_object(
          'fine', count(*) FILTER (WHERE status = 'confirmed' AND presence <> 'remote' AND photo = 'fine'),
          'no_camera', count(*) FILTER (WHERE status = 'confirmed' AND presence <> 'remote' AND photo = 'no_camera'),
          'not_asked', count(*) FILTER (WHERE status = 'confirmed' AND presence <> 'remote' AND photo = 'not_asked')),
        'stillComing', count(*) FILTER (WHERE status = 'confirmed' AND still_coming_at IS NOT NULL),
        'silent', count(*) FILTER (WHERE status = 'confirmed' AND still_coming_at IS NULL),
        'offered', (SELECT count(DISTINCT registration_id) FROM claim WHERE event_id = $1 AND offered_until IS NOT NULL),
        'askedStillComing', (SELECT count(DISTINCT registration_id) FROM outbox_mail WHERE event_id = $1 AND kind = 'still_coming')
      ) AS figures FROM registration WHERE event_id = $1`,
    [key.eventId],
  )
  return rows[0]!.figures
}

/** Confirmed people day by day, who come and who take part from afar. A form without a tick means the whole event. */
export async function countDays(key: OrganizerKey): Promise<DayFigures> {
  const { rows } = await sql().query<DayFigures[number]>(
    `SELECT day::text AS day, r.presence::text AS presence, count(*)::integer AS people
       FROM registration r, unnest(r.days) day WHERE r.event_id = $1 AND r.status = 'confirmed'
      GROUP BY day, r.presence ORDER BY day, r.presence`,
    [key.eventId],
  )
  return rows
}

/** Registrations made on each date of this zone that has some, in whatever state they are now. */
export async function countByDay(key: OrganizerKey, zone: string): Promise<DayCount[]> {
  const { rows } = await sql().query<DayCount>(
    `SELECT (registered_at AT TIME ZONE $2)::date::text AS day, count(*)::integer AS people
       FROM registration WHERE event_id = $1 GROUP BY 1 ORDER BY 1`,
    [key.eventId, zone],
  )
  return rows
}

/**
 * Who waits or only wishes for each place that can run out, and which rooms the hotel knows of; also once it was
 * forgotten who they were.
 */
export async function countPlaces(key: OrganizerKey): Promise<PlaceFigures> {
  const { rows } = await sql().query<PlaceFigures[string] & { id: string }>(
    `SELECT p.id, p.ceiling, p.waiting, (COALESCE(c.wished, 0) + COALESCE(f.wished, 0))::integer AS wished,
            (COALESCE(c.booked, 0) + COALESCE(f.booked, 0))::integer AS booked
       FROM pool p LEFT JOIN (
         SELECT cp.pool_id, (count(*) FILTER (WHERE c.state = 'wished'))::integer AS wished,
                (count(*) FILTER (WHERE c.state = 'held' AND s.confirmed_at IS NOT NULL))::integer AS booked
           FROM claim c JOIN claim_place cp ON cp.claim_id = c.id
           LEFT JOIN stay s ON c.kind = 'stay' AND s.event_id = c.event_id AND s.registration_id = c.registration_id
          WHERE c.event_id = $1 AND (c.state = 'wished' OR s.confirmed_at IS NOT NULL)
          GROUP BY cp.pool_id) c ON c.pool_id = p.id
       LEFT JOIN (
         SELECT n.pool_id, sum(f.people) FILTER (WHERE f.state = 'wished') AS wished,
                sum(f.people) FILTER (WHERE f.state = 'held' AND f.is_confirmed) AS booked
           FROM stay_figure f JOIN contingent_night n ON n.room_type_id = f.room_type_id AND n.night = ANY (f.nights)
          WHERE f.event_id = $1 AND f.has_bed GROUP BY n.pool_id) f ON f.pool_id = p.id
      WHERE p.event_id = $1`,
    [key.eventId],
  )
  return Object.fromEntries(rows.map(({ id, ...figures }) => [id, figures]))
}

/** People with a room in each hotel, whom the hotel knows of and whom it does not; both of a shared room count. */
export async function countGuests(key: OrganizerKey): Promise<HotelFigures> {
  const { rows } = await sql().query<HotelFigures[string] & { key: string }>(
    `SELECT h.key, COALESCE(sum(g.people) FILTER (WHERE NOT g.is_confirmed), 0)::integer AS held,
            COALESCE(sum(g.people) FILTER (WHERE g.is_confirmed), 0)::integer AS confirmed
       FROM (SELECT s.room_type_id, s.confirmed_at IS NOT NULL AS is_confirmed, 1 AS people
               FROM stay s JOIN claim c ON c.registration_id = s.registration_id AND c.kind = 'stay' AND c.state = 'held'
              WHERE s.event_id = $1 AND s.released_at IS NULL
             UNION ALL
             SELECT room_type_id, is_confirmed, people FROM stay_figure
              WHERE event_id = $1 AND state = 'held' AND NOT is_released) g
       JOIN room_type t ON t.id = g.room_type_id JOIN hotel h ON h.id = t.hotel_id GROUP BY h.key`,
    [key.eventId],
  )
  return Object.fromEntries(rows.map(({ key: hotel, ...figures }) => [hotel, figures]))
}

/** How many came in each hour of this zone; an arrival that was undone is none. */
export async function countHours(key: OrganizerKey, zone: string): Promise<HourCount[]> {
  const { rows } = await sql().query<HourCount>(
    `SELECT to_char(came AT TIME ZONE $2, 'YYYY-MM-DD"T"HH24') AS hour, count(*)::integer AS people FROM (
       SELECT min(f.device_at) AS came FROM check_in_arrived f JOIN check_in_point p ON p.id = f.point_id AND p.is_arrival
        WHERE f.event_id = $1 GROUP BY f.registration_id) arrivals GROUP BY 1 ORDER BY 1`,
    [key.eventId, zone],
  )
  return rows
}

/** Registered people of several events at once, for the list of events. */
export async function countRegistered(keys: AdminKey | OrganizerKey[]): Promise<Record<string, number>> {
  const ids = Array.isArray(keys) ? keys.map(({ eventId }) => eventId) : null
  const { rows } = await sql().query<{ eventId: string; people: number }>(
    `SELECT event_id AS "eventId", count(*)::integer AS people FROM registration
      WHERE status <> 'cancelled' AND ($1::uuid[] IS NULL OR event_id = ANY ($1)) GROUP BY event_id`,
    [ids],
  )
  return Object.fromEntries(rows.map(({ eventId, people }) => [eventId, people]))
}
