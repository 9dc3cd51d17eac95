import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'

const patience = 10 * 60_000

/** Whether a mail has been waiting for more than ten minutes: its server is away, or there is none. */
export async function hasLateMails(): Promise<boolean> {
  const before = new Date(now().getTime() - patience)
  // Whoever asked a moment ago for an old mail once more has not waited yet.
  const hasWaited = [{ attempts: { gt: 0 } }, { nextAttemptAt: { lt: before } }]
  const where = { state: 'waiting' as const, createdAt: { lt: before }, OR: hasWaited }
  return (await db().outboxMail.findFirst({ where, select: { id: true } })) !== null
}
