import 'server-only'
import type { Transaction } from '../db/client'

/** Forgets what some registrations answered. */
export async function eraseAnswersOf(tx: Transaction, registrationIds: string[]): Promise<void> {
  await tx.answer.deleteMany({ where: { registrationId: { in: registrationIds } } })
}
