import 'server-only'
import { sql } from '../db/client'
import type { AdminKey, OrganizerKey } from '../keys'
import type { LineFigures, MealFigure, PeopleFigures } from './schema'

/** Everybody by state and way of taking part; the no-camera stickers are for those who come. */
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
        'noCamera', count(*) FILTER (WHERE status = 'confirmed' AND presence <> 'remote' AND photo = 'no_camera'),
        'photoNotAsked', count(*) FILTER (WHERE status = 'confirmed' AND presence <> 'remote' AND photo = 'not_asked'),
        'stillComing', count(*) FILTER (WHERE status = 'confirmed' AND still_coming_at IS NOT NULL),
        'askedStillComing', (SELECT count(DISTINCT registration_id) FROM outbox_mail WHERE event_id = $1 AND kind = 'still_coming')
      ) AS figures FROM registration WHERE event_id = $1`,
    [key.eventId],
  )
  return rows[0]!.figures
}

/** How many stand in line for each place that can run out. */
export async function countLines(key: OrganizerKey): Promise<LineFigures> {
  const { rows } = await sql().query<{ poolId: string; people: number }>(
    `SELECT p.pool_id AS "poolId", count(*)::integer AS people FROM claim c JOIN claim_place p ON p.claim_id = c.id
      WHERE c.event_id = $1 AND c.state = 'waiting' GROUP BY p.pool_id`,
    [key.eventId],
  )
  return Object.fromEntries(rows.map(({ poolId, people }) => [poolId, people]))
}

/** Each dish with the diets of the confirmed people who chose it, and beside them those of the team. */
export async function countMeals(key: OrganizerKey): Promise<MealFigure[]> {
  const diets = (who: string) =>
    `COALESCE((SELECT json_object_agg(d.word, d.people) FROM (
       SELECT word, count(*) AS people FROM eaten o, unnest(o.diet) word
        WHERE o.option_id = e.option_id AND ${who} GROUP BY word) d), '{}')`
  const { rows } = await sql().query<MealFigure>(
    `WITH eaten AS (
       SELECT m.meal_id, m.option_id, r.diet, false AS is_team
         FROM meal_choice m JOIN registration r ON r.id = m.registration_id
        WHERE m.event_id = $1 AND r.status = 'confirmed'
       UNION ALL
       SELECT t.meal_id, t.option_id, d.diet, true
         FROM team_meal t LEFT JOIN team_diet d ON d.event_id = t.event_id AND d.user_id = t.user_id
        WHERE t.event_id = $1)
     SELECT e.meal_id AS "mealId", e.option_id AS "optionId",
            (count(*) FILTER (WHERE NOT e.is_team))::integer AS people, ${diets('NOT o.is_team')} AS diets,
            (count(*) FILTER (WHERE e.is_team))::integer AS team, ${diets('o.is_team')} AS "teamDiets"
       FROM eaten e GROUP BY e.meal_id, e.option_id`,
    [key.eventId],
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
