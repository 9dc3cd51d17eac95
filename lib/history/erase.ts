import 'server-only'
import type { Transaction } from '../db/client'

/** History of one thing keeps who did what and when, but no value any more. */
export async function eraseHistoryOf(tx: Transaction, subjectId: string): Promise<void> {
  await tx.$executeRaw`SELECT set_config('lanyard.erasing', 'on', true)`
  await tx.historyEntry.updateMany({ where: { subjectId }, data: { facts: {} } })
  await tx.$executeRaw`SELECT set_config('lanyard.erasing', 'off', true)`
}
