import 'server-only'
import { db, type Transaction } from '../db/client'
import { lockPools } from '../places/lock-pools'
import { promoteWaiting } from './promote'
import { getOfferFor } from './queries'
import type { EventOffer } from './schema'

/**
 * Frees, adds or trades places of one event in a transaction: every pool is locked before any row of a registration,
 * as everywhere (see `lockPools`), and what was freed goes to the line before anybody else can take it.
 */
export async function underLock<T>(
  eventId: string,
  act: (tx: Transaction, offer: EventOffer) => Promise<T>,
): Promise<T> {
  // Read before: whoever holds a connection must not wait for a second one.
  const offer = await getOfferFor({ eventId })
  return await db().$transaction(async (tx) => {
    await lockPools(tx, eventId)
    const value = await act(tx, offer)
    await promoteWaiting(tx, eventId, offer)
    return value
  })
}
