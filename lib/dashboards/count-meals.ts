import 'server-only'
import { sql } from '../db/client'
import type { OrganizerKey } from '../keys'
import type { MealFigure } from './schema'

/**
 * Each dish with the diets of the confirmed people who get it, and beside them those of the team; a dish in line is no
 * portion yet, as on the caterer's list.
 */
export async function countMeals(key: OrganizerKey): Promise<MealFigure[]> {
  const { rows } = await sql().query<Row>(
    `WITH eaten AS (
       SELECT m.meal_id, m.option_id, r.diet::text[] AS diet, false AS is_team, 1 AS people
         FROM meal_choice m JOIN registration r ON r.id = m.registration_id
         LEFT JOIN claim c ON c.registration_id = r.id AND c.kind = 'option' AND c.subject_id = m.option_id
        WHERE m.event_id = $1 AND r.status = 'confirmed' AND COALESCE(c.state, 'held') = 'held'
       UNION ALL
       SELECT t.meal_id, t.option_id, COALESCE(d.diet::text[], '{}'), true, 1
         FROM team_meal t LEFT JOIN team_diet d ON d.event_id = t.event_id AND d.user_id = t.user_id
        WHERE t.event_id = $1
       UNION ALL
       SELECT meal_id, option_id, diet::text[], true, people FROM team_meal_figure WHERE event_id = $1)
     SELECT meal_id AS "mealId", option_id AS "optionId", is_team AS "isTeam", diet, sum(people)::integer AS people
       FROM eaten GROUP BY meal_id, option_id, is_team, diet ORDER BY meal_id, option_id, is_team, diet`,
    [key.eventId],
  )
  const figures = new Map<string, MealFigure>()
  for (const row of rows) {
    const { mealId, optionId } = row
    const figure = figures.get(optionId) ?? { mealId, optionId, people: 0, diets: {}, team: 0, teamDiets: {} }
    add(figure, row)
    figures.set(optionId, figure)
  }
  return [...figures.values()]
}

type Row = Pick<MealFigure, 'mealId' | 'optionId'> & {
  isTeam: boolean
  diet: (keyof MealFigure['diets'])[]
  people: number
}

function add(figure: MealFigure, { isTeam, diet, people }: Row): void {
  figure[isTeam ? 'team' : 'people'] += people
  const diets = figure[isTeam ? 'teamDiets' : 'diets']
  for (const word of diet.length > 0 ? diet : ['unsaid' as const]) diets[word] = (diets[word] ?? 0) + people
}
