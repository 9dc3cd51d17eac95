import 'server-only'
import { now } from '../clock'
import { recordHistory } from '../history/record'
import { findGuest } from '../hotels/queries'
import type { AttendeeKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { acceptOffered } from '../places/accept-offered'
import type { ClaimRef } from '../places/schema'
import { ok, type Result, refused } from '../result'
import { tellOfPlace } from './promote'
import { getMailFacts } from './queries'
import { sayMissed, settleWishes } from './settle-wishes'
import { underLock } from './under-lock'

/**
 * Takes a place that was offered: of the person and the clock, whoever comes first under the lock has won. Taking it
 * again changes nothing; refused when the offer is over, or the event cancelled. With the event's place all other
 * wishes come to life; with a room that two share, the other is told too.
 */
export async function acceptOffer(
  key: AttendeeKey,
  offered: ClaimRef,
): Promise<Result<{ isNew: boolean }, 'offer_over'>> {
  const { eventId, registrationId } = key
  return await underLock(eventId, async (tx, offer) => {
    if (offer.event.status === 'cancelled') return refused('offer_over')
    const answer = await acceptOffered(tx, registrationId, offered, now())
    if (answer === 'over') return refused('offer_over')
    if (answer === 'held_already') return ok({ isNew: false })
    let missed: ClaimRef[] = []
    if (offered.kind === 'event') {
      await tx.registration.update({
        where: { id: registrationId },
        data: { status: 'confirmed', version: { increment: 1 } },
      })
      missed = (await settleWishes(tx, offer, registrationId)).missed
    }
    const { to, facts } = await getMailFacts(tx, registrationId, offer)
    await queueMail(tx, {
      kind: 'confirmed',
      eventId,
      registrationId,
      to,
      facts: { ...facts, news: [offered], missed: sayMissed(missed, offer, to.language) },
    })
    const guest = offered.kind === 'stay' ? await findGuest(tx, registrationId) : null
    const theirs = { eventId, kind: 'promoted', news: [offered] } as const
    if (guest) await tellOfPlace(tx, { ...theirs, registrationId: guest }, offer)
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'attendee', id: registrationId },
      act: 'accepted_offer',
      subject: 'registration',
      subjectId: registrationId,
      facts: { what: offered.kind },
    })
    return ok({ isNew: true })
  })
}
