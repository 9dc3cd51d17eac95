import 'server-only'
import { db } from '../db/client'
import { keptByRevision } from '../db/kept'
import type { MealView } from './schema'

/** Public: the meals of one event with their menu, kept for its revision. */
export const listPublicMeals = (event: { id: string; revision: number }): Promise<MealView[]> =>
  keptByRevision('meals', event.id, event.revision, () =>
    db().meal.findMany({
      where: { eventId: event.id },
      orderBy: { position: 'asc' },
      include: { options: { orderBy: { position: 'asc' } } },
    }),
  )
