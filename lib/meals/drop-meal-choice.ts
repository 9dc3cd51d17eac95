import 'server-only'
import type { Transaction } from '../db/client'

/** Forgets that somebody chose this option; the portion is given back with their claim. */
export async function dropMealChoice(
  tx: Transaction,
  registrationId: string,
  optionId: string,
): Promise<void> {
  await tx.mealChoice.deleteMany({ where: { registrationId, optionId } })
}
