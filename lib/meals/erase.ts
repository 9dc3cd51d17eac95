import 'server-only'
import { db, type Transaction } from '../db/client'
import { countsOf, type EventErasure } from '../erasure'

/** What people cannot eat. */
export const allergyErasure: EventErasure = {
  count: async () =>
    countsOf(
      await db().$queryRaw`SELECT event_id, count(*)::integer AS count FROM allergy_note GROUP BY event_id`,
    ),
  erase: (tx, { eventId, most, before }) =>
    tx.$executeRaw`
      DELETE FROM allergy_note WHERE (event_id, registration_id) IN (
        SELECT event_id, registration_id FROM allergy_note
         WHERE event_id = ${eventId}::uuid AND created_at <= ${before} LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
}

/** Who of a team ate what; how much of each dish they ate stays. All at once: half a team would be counted twice. */
export const teamFoodErasure: EventErasure = {
  count: async () =>
    countsOf(
      await db().$queryRaw`
        SELECT event_id, count(DISTINCT user_id)::integer AS count
          FROM (SELECT event_id, user_id FROM team_diet UNION ALL SELECT event_id, user_id FROM team_meal) eaters
         GROUP BY event_id`,
    ),
  erase: async (tx, { eventId, isAgain }) => {
    if (isAgain) return 0
    const dishes = await tx.$executeRaw`
      WITH eaten AS (DELETE FROM team_meal WHERE event_id = ${eventId}::uuid RETURNING *)
      INSERT INTO team_meal_figure (id, event_id, meal_id, option_id, diet, people)
      SELECT gen_random_uuid(), e.event_id, e.meal_id, e.option_id, COALESCE(d.diet, '{}'), count(*)
        FROM eaten e LEFT JOIN team_diet d USING (event_id, user_id) GROUP BY 2, 3, 4, 5`
    const diets = await tx.$executeRaw`DELETE FROM team_diet WHERE event_id = ${eventId}::uuid`
    return Math.max(dishes, diets)
  },
}

/** Forgets what some registrations eat and may not eat. */
export async function eraseMealsOf(tx: Transaction, registrationIds: string[]): Promise<void> {
  const registrationId = { in: registrationIds }
  await tx.mealChoice.deleteMany({ where: { registrationId } })
  await tx.allergyNote.deleteMany({ where: { registrationId } })
}

/** Which variant of a dish; the dish itself is a figure. */
export async function eraseChoicesOf(tx: Transaction, registrationIds: string[]): Promise<void> {
  await tx.mealChoice.updateMany({
    where: { registrationId: { in: registrationIds } },
    data: { choice: null },
  })
}
