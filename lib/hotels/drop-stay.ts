import 'server-only'
import type { Transaction } from '../db/client'

/** Forgets where somebody wanted to sleep; what they held there is given back with their claim. */
export async function dropStay(tx: Transaction, registrationId: string): Promise<void> {
  await tx.stay.deleteMany({ where: { registrationId } })
}
