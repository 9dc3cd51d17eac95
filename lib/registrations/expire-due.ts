import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { queueMail } from '../mail/queue-mail'
import { listEndedOffers, listEventsWithEndedOffers } from '../places/queries'
import { endRegistration } from './end-registration'
import { giveBack } from './give-back'
import { getMailFacts } from './queries'
import type { EventOffer } from './schema'
import { underLock } from './under-lock'

const actor = { kind: 'system', id: null } as const
// A few at a time, so that people who act on the event meanwhile wait no longer than for each other.
const atOnce = 20

/**
 * Ends what nobody answered in time: addresses that were not confirmed, and offers. Each place goes to the next in
 * line in the same transaction, and the person is told. Answers how many ended. Safe to repeat, in any number of
 * processes: under the lock somebody who answered meanwhile is not found any more.
 */
export async function expireDue(): Promise<number> {
  const at = now()
  const unverified = await db().registration.findMany({
    where: { status: 'unverified', unverifiedUntil: { lte: at } },
    select: { eventId: true },
    distinct: ['eventId'],
  })
  const offering = await listEventsWithEndedOffers(at)
  const events = new Set([...unverified.map(({ eventId }) => eventId), ...offering])
  const failures: unknown[] = []
  let ended = 0
  for (const eventId of events) {
    try {
      ended += await endAllOf(eventId, at)
    } catch (error) {
      failures.push(error)
    }
  }
  // One event in trouble holds up no other.
  if (failures.length > 0) throw failures[0]
  return ended
}

async function endAllOf(eventId: string, at: Date): Promise<number> {
  let ended = 0
  for (;;) {
    const few = await underLock(
      eventId,
      async (tx, offer) => (await endUnverified(tx, offer, at)) + (await endOffers(tx, offer, at)),
    )
    if (few === 0) return ended
    ended += few
  }
}

async function endUnverified(tx: Transaction, offer: EventOffer, at: Date): Promise<number> {
  const due = await tx.registration.findMany({
    where: { eventId: offer.event.id, status: 'unverified', unverifiedUntil: { lte: at } },
    orderBy: { unverifiedUntil: 'asc' },
    take: atOnce,
    select: { id: true },
  })
  for (const { id } of due)
    await endRegistration(tx, offer, id, { reason: 'expired', actor, mail: 'expired' })
  return due.length
}

async function endOffers(tx: Transaction, offer: EventOffer, at: Date): Promise<number> {
  const due = await listEndedOffers(tx, offer.event.id, at, atOnce)
  const ending = { reason: 'expired', actor, mail: 'offer_expired' } as const
  let gone = 0
  for (const { registrationId, kind, subjectId } of due) {
    const ended = { kind, subjectId }
    // The mail names what is gone, so its words are read before.
    const { to, facts } = await getMailFacts(tx, registrationId, offer)
    const done = await giveBack(tx, offer, registrationId, ended, ending)
    if (done) gone++
    if (done !== 'given_back') continue
    const claims = facts.claims.filter((claim) => claim.kind !== kind || claim.subjectId !== subjectId)
    await queueMail(tx, {
      kind: 'offer_expired',
      eventId: offer.event.id,
      registrationId,
      to,
      facts: { ...facts, claims, news: [ended] },
    })
  }
  return gone
}
