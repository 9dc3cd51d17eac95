import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { createPools } from '../places/create-pools'
import { removePools } from '../places/remove-pools'
import { resizePool } from '../places/resize-pool'
import type { MealView, MenuOptionView } from './schema'

/** `size` is a number of portions, null for no limit. */
export type PlannedOption = Omit<MenuOptionView, 'id' | 'poolId'> & { size: number | null }
export type PlannedMeal = Omit<MealView, 'id' | 'options'> & { options: PlannedOption[] }

/** Brings the meals of an event and their menus to this list, known by key; needs `lockPools`. */
export async function arrangeMeals(tx: Transaction, eventId: string, planned: PlannedMeal[]): Promise<void> {
  const gone = new Map((await tx.meal.findMany({ where: { eventId } })).map((row) => [row.key, row.id]))
  const fresh: (Omit<PlannedMeal, 'options'> & Row)[] = []
  const menu: PlacedOption[] = []
  for (const [position, { options, ...facts }] of planned.entries()) {
    const stored = gone.get(facts.key)
    gone.delete(facts.key)
    const id = stored ?? newId()
    if (stored) await tx.meal.update({ where: { id }, data: { ...facts, position } })
    else fresh.push({ id, eventId, position, ...facts })
    menu.push(...options.map((option, at) => ({ ...option, mealId: id, position: at })))
  }
  await tx.meal.createMany({ data: fresh })
  await arrangeOptions(tx, eventId, menu)
  await tx.meal.deleteMany({ where: { id: { in: [...gone.values()] } } })
}

type Row = { id: string; eventId: string; position: number }
type PlacedOption = PlannedOption & { mealId: string; position: number }

async function arrangeOptions(tx: Transaction, eventId: string, planned: PlacedOption[]): Promise<void> {
  const nameOf = ({ mealId, key }: { mealId: string; key: string }) => `${mealId} ${key}`
  const stored = await tx.menuOption.findMany({ where: { eventId } })
  const gone = new Map(stored.map((row) => [nameOf(row), row]))
  const fresh: PlacedOption[] = []
  for (const option of planned) {
    const row = gone.get(nameOf(option))
    if (!row) {
      fresh.push(option)
      continue
    }
    gone.delete(nameOf(option))
    const { size, ...facts } = option
    await tx.menuOption.update({ where: { id: row.id }, data: facts })
    await resizePool(tx, row.poolId, size)
  }
  const rows = [...gone.values()]
  await tx.menuOption.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  await removePools(
    tx,
    rows.map(({ poolId }) => poolId),
  )
  const pools = fresh.map(({ size }) => ({ kind: 'option' as const, size }))
  const poolIds = await createPools(tx, eventId, pools)
  await tx.menuOption.createMany({
    data: fresh.map(({ size, ...facts }, index) => ({
      id: newId(),
      eventId,
      poolId: poolIds[index]!,
      ...facts,
    })),
  })
}
