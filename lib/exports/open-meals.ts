import 'server-only'
import { isoInZone } from '../dates'
import { sql } from '../db/client'
import type { OrganizerKey } from '../keys'
import { countRows, readPages } from './read-pages'
import { listColumns, type Sheet, type Value } from './schema'

/** Portions per meal, dish and combination of diets, with what people told about allergies, but not who. */
export async function openCatering(key: OrganizerKey, zone: string): Promise<Sheet> {
  const { rows } = await sql().query<MealRow & { portions: number }>(portions, [key.eventId])
  return sheetOf('catering', zone, rows.length, () => rows)
}

/** One card for each person and meal, with their name. */
export async function openKitchen(key: OrganizerKey, zone: string): Promise<Sheet> {
  const query = { text: cards, values: [key.eventId] }
  return sheetOf('kitchen', zone, await countRows(query), () => readPages<MealRow>(query))
}

/** Whose allergies the kitchen cards tell; each of them is noted as read. */
export async function listAllergic(key: OrganizerKey): Promise<string[]> {
  const { rows } = await sql().query<{ id: string }>(
    `SELECT DISTINCT registration_id AS id FROM (${eaten}) eaten WHERE allergies IS NOT NULL ORDER BY id`,
    [key.eventId],
  )
  return rows.map(({ id }) => id)
}

type MealRow = { id: string; sort: string; meal: string; starts_at: Date | null; diet: string[] } & Record<
  string,
  Value | Date
>

function sheetOf(
  list: 'catering' | 'kitchen',
  zone: string,
  rows: number,
  open: () => Iterable<MealRow> | AsyncIterable<MealRow>,
): Sheet {
  const columns = listColumns[list]
  const read = async function* () {
    for await (const row of open()) {
      const record = { ...row, starts_at: row.starts_at && isoInZone(row.starts_at, zone) }
      yield columns.map((column) => (record as Record<string, Value>)[column] ?? null)
    }
  }
  return { columns, rows, read }
}

// Whoever eats, one row a meal. A note counts as long as its consent stands; a dish in line is no portion yet.
const attending = `
  SELECT r.id AS registration_id, r.id, r.name, COALESCE(r.name_heard, '') AS heard, m.meal_id, m.option_id, m.choice,
         ARRAY(SELECT d::text FROM unnest(r.diet) d ORDER BY d) AS diet, n.text AS allergies
    FROM meal_choice m JOIN registration r ON r.id = m.registration_id
    LEFT JOIN claim c ON c.registration_id = r.id AND c.kind = 'option' AND c.subject_id = m.option_id
    LEFT JOIN allergy_note n ON n.registration_id = r.id AND EXISTS (
      SELECT 1 FROM consent s
       WHERE s.registration_id = r.id AND s.kind = 'allergies' AND s.is_given AND s.withdrawn_at IS NULL)
   WHERE m.event_id = $1 AND r.status = 'confirmed' AND COALESCE(c.state, 'held') = 'held'`

// The team eats too, and is asked about nothing but its diet.
const working = `
  SELECT NULL::uuid, u.id, COALESCE(u.name, split_part(u.email, '@', 1)), check_in_sounds(COALESCE(u.name, u.email)),
         t.meal_id, t.option_id, t.choice, ARRAY(SELECT d::text FROM unnest(e.diet) d ORDER BY d), NULL::text
    FROM team_meal t JOIN user_account u ON u.id = t.user_id
    LEFT JOIN team_diet e ON e.event_id = t.event_id AND e.user_id = t.user_id
   WHERE t.event_id = $1`

const eaten = `${attending} UNION ALL ${working}`

const dishes = `JOIN meal m ON m.id = e.meal_id JOIN menu_option o ON o.id = e.option_id`

const portions = `
  SELECT m.title AS meal, m.starts_at, o.name AS option, e.choice, e.diet, count(*)::integer AS portions,
         COALESCE(array_agg(e.allergies ORDER BY e.allergies) FILTER (WHERE e.allergies IS NOT NULL), '{}') AS allergies
    FROM (${eaten}) e ${dishes}
   GROUP BY m.id, o.id, e.choice, e.diet ORDER BY m.position, o.position, e.choice NULLS FIRST, e.diet`

const cards = `
  SELECT e.id, lpad(m.position::text, 6, '0') || e.heard AS sort, m.title AS meal, m.starts_at, e.name,
         o.name AS option, e.choice, e.diet, e.allergies FROM (${eaten}) e ${dishes}`
