import 'server-only'
import { sql } from '../db/client'
import { RegistrationStatus } from '../db/generated/enums'

export type HouseFigures = {
  mails: Record<'waiting' | 'failed', number>
  /** 0 where none waits. */
  oldestMailSeconds: number
  /** Of events that are not over, by state. */
  registrations: Record<string, number>
  arrivals: number
}

/** How many of what there are in the whole installation, in one question; nothing tells of which event or whom. */
export async function readFigures(): Promise<HouseFigures> {
  const { rows } = await sql().query(`
    WITH live AS (SELECT id FROM event WHERE ends_at > now()),
    people AS (SELECT status, count(*)::integer AS people FROM registration
                WHERE event_id IN (SELECT id FROM live) GROUP BY status)
    SELECT (SELECT count(*)::integer FROM outbox_mail WHERE state = 'waiting') AS waiting,
           (SELECT count(*)::integer FROM outbox_mail WHERE state = 'failed') AS failed,
           (SELECT COALESCE(extract(epoch FROM now() - min(created_at)), 0)::float8
              FROM outbox_mail WHERE state = 'waiting') AS oldest,
           (SELECT COALESCE(jsonb_object_agg(status, people), '{}') FROM people) AS people,
           (SELECT count(DISTINCT f.registration_id)::integer FROM check_in_fact f
              JOIN check_in_point p ON p.id = f.point_id AND p.is_arrival
             WHERE f.event_id IN (SELECT id FROM live) AND f.outcome = 'arrived'
               AND NOT EXISTS (SELECT FROM check_in_fact u
                                WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.outcome = 'undone')) AS arrivals`)
  const { waiting, failed, oldest, people, arrivals } = rows[0]
  const registrations = Object.values(RegistrationStatus).map((state) => [state, people[state] ?? 0])
  return {
    mails: { waiting, failed },
    oldestMailSeconds: oldest,
    registrations: Object.fromEntries(registrations),
    arrivals,
  }
}
