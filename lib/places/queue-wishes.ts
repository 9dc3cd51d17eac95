import 'server-only'
import type { Transaction } from '../db/client'

/** The event place has come: every resting wish of this registration joins its line, at the time it was wished. */
export async function queueWishes(tx: Transaction, registrationId: string): Promise<void> {
  await tx.claim.updateMany({ where: { registrationId, state: 'wished' }, data: { state: 'waiting' } })
}
