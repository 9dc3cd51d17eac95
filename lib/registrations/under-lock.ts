import 'server-only'
import { againAfterDeadlock } from '../db/again-after-deadlock'
import { db, type Transaction } from '../db/client'
import { getRevision } from '../events/queries'
import { lockPools } from '../places/lock-pools'
import { promoteWaiting } from './promote'
import { getOfferFor } from './queries'
import type { EventOffer } from './schema'

const mostTries = 5

/**
 * Frees, adds or trades places of one event in a transaction: every pool is locked before any row of a registration,
 * as everywhere (see `lockPools`), and what was freed goes to the line before anybody else can take it. Who had to wait
 * while the event was changed begins again with what it is now, so `act` never sees another event than the database. Somebody who registers may hold an address that `act` wants, and
 * wait for the places: `act` may then run twice, the first time undone.
 */
export async function underLock<T>(
  eventId: string,
  act: (tx: Transaction, offer: EventOffer) => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < mostTries; tries++) {
    const done = await againAfterDeadlock(() => tryOnce(eventId, act))
    if (done) return done.value
  }
  throw new Error('an event that changes each time somebody acts on it')
}

async function tryOnce<T>(
  eventId: string,
  act: (tx: Transaction, offer: EventOffer) => Promise<T>,
): Promise<{ value: T } | null> {
  // Read before: whoever holds a connection must not wait for a second one.
  const offer = await getOfferFor({ eventId })
  return await db().$transaction(async (tx) => {
    await lockPools(tx, eventId)
    // Whoever changes an event locks its pools too.
    if ((await getRevision(tx, eventId)) !== offer.event.revision) return null
    const value = await act(tx, offer)
    await promoteWaiting(tx, eventId, offer)
    return { value }
  })
}
