import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { createPool } from '../places/create-pool'
import { removePool } from '../places/remove-pool'
import { resizePool } from '../places/resize-pool'
import type { MealView, MenuOptionView } from './schema'

/** `size` is a number of portions, null for no limit. */
export type PlannedOption = Omit<MenuOptionView, 'id' | 'poolId'> & { size: number | null }
export type PlannedMeal = Omit<MealView, 'id' | 'options'> & { options: PlannedOption[] }

/** Brings the meals of an event and their menus to this list, known by key; needs `lockPools`. */
export async function arrangeMeals(tx: Transaction, eventId: string, planned: PlannedMeal[]): Promise<void> {
  const rows = await tx.meal.findMany({ where: { eventId } })
  const gone = new Map(rows.map((row) => [row.key, row.id]))
  for (const [position, { options, ...facts }] of planned.entries()) {
    const stored = gone.get(facts.key)
    gone.delete(facts.key)
    const id = stored ?? newId()
    if (stored) await tx.meal.update({ where: { id }, data: { ...facts, position } })
    else await tx.meal.create({ data: { id, eventId, position, ...facts } })
    await arrangeOptions(tx, { eventId, mealId: id }, options)
  }
  for (const mealId of gone.values()) {
    await arrangeOptions(tx, { eventId, mealId }, [])
    await tx.meal.delete({ where: { id: mealId } })
  }
}

type Menu = { eventId: string; mealId: string }

async function arrangeOptions(tx: Transaction, menu: Menu, planned: PlannedOption[]): Promise<void> {
  const rows = await tx.menuOption.findMany({ where: menu })
  const gone = new Map(rows.map((row) => [row.key, row]))
  for (const [position, { size, ...facts }] of planned.entries()) {
    const stored = gone.get(facts.key)
    gone.delete(facts.key)
    if (stored) {
      await tx.menuOption.update({ where: { id: stored.id }, data: { ...facts, position } })
      await resizePool(tx, stored.poolId, size)
    } else {
      const poolId = await createPool(tx, { eventId: menu.eventId, kind: 'option', size })
      await tx.menuOption.create({ data: { id: newId(), ...menu, poolId, position, ...facts } })
    }
  }
  for (const row of gone.values()) {
    await tx.menuOption.delete({ where: { id: row.id } })
    await removePool(tx, row.poolId)
  }
}
