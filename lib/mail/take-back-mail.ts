import 'server-only'
import type { Transaction } from '../db/client'

/** Takes a promised mail back in the transaction that promised it: nobody can have sent it yet. */
export async function takeBackMail(tx: Transaction, id: string): Promise<void> {
  await tx.outboxMail.deleteMany({ where: { id, state: 'waiting', attempts: 0 } })
}
