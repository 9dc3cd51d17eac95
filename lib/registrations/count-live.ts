import 'server-only'
import type { Transaction } from '../db/client'

/** How many are registered for an event, in whatever state that is not over. */
export const countLive = (tx: Transaction, eventId: string): Promise<number> =>
  tx.registration.count({ where: { eventId, status: { not: 'cancelled' } } })
