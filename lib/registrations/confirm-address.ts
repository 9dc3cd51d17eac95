import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { AttendeeKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { listClaims } from '../places/queries'
import type { ClaimRef } from '../places/schema'
import { ok, type Result, refused } from '../result'
import { getMailFacts } from './queries'
import type { EventOffer, RegistrationStatus } from './schema'
import { sayMissed, settleWishes } from './settle-wishes'
import { underLock } from './under-lock'

/**
 * Whoever holds the link from the mail says that the address is theirs: confirmed with the places that were held, or
 * in line where they stood, or now with the organizers where the event approved when they registered and still does.
 * Confirming again changes nothing; refused once the time is up, even before the sweep has passed.
 */
export async function confirmAddress(
  key: AttendeeKey,
): Promise<Result<{ isNew: boolean; status: RegistrationStatus }, 'too_late'>> {
  const { eventId, registrationId } = key
  return await underLock(eventId, async (tx, offer) => {
    const { count } = await tx.registration.updateMany({
      where: { id: registrationId, eventId, status: 'unverified', unverifiedUntil: { gt: now() } },
      data: { status: 'confirmed', verifiedAt: now(), unverifiedUntil: null, version: { increment: 1 } },
    })
    const row = await tx.registration.findUniqueOrThrow({ where: { id: registrationId } })
    if (count === 0) {
      const isOver = row.status === 'unverified' || (row.status === 'cancelled' && !row.verifiedAt)
      return isOver ? refused('too_late') : ok({ isNew: false, status: row.status })
    }
    const { status, missed } = await standNow(tx, registrationId, offer)
    if (status !== 'confirmed')
      await tx.registration.update({ where: { id: registrationId }, data: { status } })
    const { to, facts } = await getMailFacts(tx, registrationId, offer)
    const said = { ...facts, missed: sayMissed(missed, offer, to.language) }
    await queueMail(tx, { kind: status, eventId, registrationId, to, facts: said })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'attendee', id: registrationId },
      act: 'confirmed_address',
      subject: 'registration',
      subjectId: registrationId,
      facts: { status },
    })
    return ok({ isNew: true, status })
  })
}

/** What was held stays held. What rested did so for an approval: if none is asked any more, it is settled now. */
async function standNow(
  tx: Transaction,
  registrationId: string,
  offer: EventOffer,
): Promise<{ status: RegistrationStatus; missed: ClaimRef[] }> {
  const claims = await listClaims(tx, registrationId)
  const place = claims.find(({ kind }) => kind === 'event')
  if (place?.state === 'waiting') return { status: 'waitlisted', missed: [] }
  const isResting = place ? place.state === 'wished' : claims.some(({ state }) => state === 'wished')
  if (!isResting) return { status: 'confirmed', missed: [] }
  if (offer.event.isApprovalRequired) return { status: 'pending_approval', missed: [] }
  const { isIn, missed } = await settleWishes(tx, offer, registrationId)
  if (isIn) return { status: 'confirmed', missed }
  return { status: offer.event.waiting === 'off' ? 'pending_approval' : 'waitlisted', missed }
}
