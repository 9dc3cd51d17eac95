import 'server-only'
import { db } from '../db/client'
import { keptByRevision } from '../db/kept'
import type { OrganizerKey, StaffKey } from '../keys'
import type { MealView, TeamFood } from './schema'

/** Public: the meals of one event with their menu, kept for its revision. */
export const listPublicMeals = (event: { id: string; revision: number }): Promise<MealView[]> =>
  keptByRevision('meals', event.id, event.revision, () =>
    db().meal.findMany({
      where: { eventId: event.id },
      orderBy: { position: 'asc' },
      include: { options: { orderBy: { position: 'asc' } } },
    }),
  )

/** What the key's holder eats, as they said it last. */
export async function findTeamFood({ eventId, userId }: StaffKey | OrganizerKey): Promise<TeamFood> {
  const mine = { eventId, userId }
  const [diet, meals] = await Promise.all([
    db().teamDiet.findUnique({ where: { eventId_userId: mine } }),
    db().teamMeal.findMany({ where: mine, select: dish }),
  ])
  return { diet: diet?.diet ?? [], meals }
}

/** What everybody of the team eats who has said so, for the kitchen's lists; their names are in `listMembers`. */
export async function listTeamFood({ eventId }: OrganizerKey): Promise<(TeamFood & { userId: string })[]> {
  const [diets, meals] = await Promise.all([
    db().teamDiet.findMany({ where: { eventId }, orderBy: { userId: 'asc' } }),
    db().teamMeal.findMany({ where: { eventId }, select: { ...dish, userId: true } }),
  ])
  return diets.map(({ userId, diet }) => ({
    userId,
    diet,
    meals: meals.filter((one) => one.userId === userId).map(({ userId: _, ...eaten }) => eaten),
  }))
}

const dish = { mealId: true, optionId: true, choice: true } as const
