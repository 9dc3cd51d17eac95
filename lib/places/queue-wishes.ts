import 'server-only'
import type { Transaction } from '../db/client'

/** The event place has come: every resting wish of this registration joins its line, at the time it was wished. Answers how many. */
export async function queueWishes(tx: Transaction, registrationId: string): Promise<number> {
  const { count } = await tx.claim.updateMany({
    where: { registrationId, state: 'wished' },
    data: { state: 'waiting' },
  })
  return count
}
