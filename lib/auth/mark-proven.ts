import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'

/** This session owes nothing any more; sessions elsewhere still do. */
export async function markProven(tx: Transaction, { sessionId }: { sessionId: string }): Promise<void> {
  await tx.session.updateMany({ where: { id: sessionId }, data: { secondFactorAt: now() } })
}
