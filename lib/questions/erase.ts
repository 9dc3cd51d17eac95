import 'server-only'
import type { Transaction } from '../db/client'

/** Forgets what one registration answered. */
export async function eraseAnswersOf(tx: Transaction, registrationId: string): Promise<void> {
  await tx.answer.deleteMany({ where: { registrationId } })
}
