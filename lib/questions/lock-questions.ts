import 'server-only'
import type { Transaction } from '../db/client'

/** Until this transaction ends nobody answers, so a count of answers stays true. After `lockPools`, never before. */
export async function lockQuestions(tx: Transaction, eventId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM question WHERE event_id = ${eventId}::uuid ORDER BY id FOR UPDATE`
}
