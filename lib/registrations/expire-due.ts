import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import { dropStay } from '../hotels/drop-stay'
import { queueMail } from '../mail/queue-mail'
import { dropClaims } from '../places/drop-claims'
import { listEndedOffers, listEventsWithEndedOffers } from '../places/queries'
import { endRegistration } from './end-registration'
import { getMailFacts } from './queries'
import type { EventOffer } from './schema'
import { underLock } from './under-lock'

const actor = { kind: 'system', id: null } as const

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
  const events = new Set([
    ...unverified.map(({ eventId }) => eventId),
    ...(await listEventsWithEndedOffers(at)),
  ])
  let ended = 0
  for (const eventId of events) {
    ended += await underLock(
      eventId,
      async (tx, offer) => (await endUnverified(tx, offer, at)) + (await endOffers(tx, offer, at)),
    )
  }
  return ended
}

async function endUnverified(tx: Transaction, offer: EventOffer, at: Date): Promise<number> {
  const due = await tx.registration.findMany({
    where: { eventId: offer.event.id, status: 'unverified', unverifiedUntil: { lte: at } },
    select: { id: true },
  })
  for (const { id } of due)
    await endRegistration(tx, offer, id, { reason: 'expired', actor, mail: 'expired' })
  return due.length
}

async function endOffers(tx: Transaction, offer: EventOffer, at: Date): Promise<number> {
  const due = await listEndedOffers(tx, offer.event.id, at)
  for (const { id, registrationId, kind } of due) {
    if (kind === 'event') {
      await endRegistration(tx, offer, registrationId, { reason: 'expired', actor, mail: 'offer_expired' })
      continue
    }
    const { to, facts } = await getMailFacts(tx, registrationId, offer)
    await dropClaims(tx, [id])
    if (kind === 'stay') await dropStay(tx, registrationId)
    await queueMail(tx, { kind: 'offer_expired', eventId: offer.event.id, registrationId, to, facts })
    await recordHistory(tx, {
      eventId: offer.event.id,
      actor,
      act: 'offer_expired',
      subject: 'registration',
      subjectId: registrationId,
      facts: { what: kind },
    })
  }
  return due.length
}
