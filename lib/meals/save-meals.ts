import 'server-only'
import type { Transaction } from '../db/client'

type Registration = { id: string; eventId: string }

/** What one registration eats, dish by dish; a dish that stays keeps what was said about it. */
export async function saveMeals(
  tx: Transaction,
  { id, eventId }: Registration,
  chosen: { mealId: string; optionId: string }[],
): Promise<void> {
  const before = await tx.mealChoice.findMany({ where: { registrationId: id } })
  const isIn = (list: { optionId: string }[], optionId: string) =>
    list.some((one) => one.optionId === optionId)
  const gone = before.filter(({ optionId }) => !isIn(chosen, optionId))
  const fresh = chosen.filter(({ optionId }) => !isIn(before, optionId))
  await tx.mealChoice.deleteMany({
    where: { registrationId: id, optionId: { in: gone.map(({ optionId }) => optionId) } },
  })
  await tx.mealChoice.createMany({
    data: fresh.map(({ mealId, optionId }) => ({ registrationId: id, eventId, mealId, optionId })),
  })
}
