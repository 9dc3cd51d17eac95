import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { type Actor, recordHistory } from '../history/record'
import { queueMail } from '../mail/queue-mail'
import { listClaims } from '../places/queries'
import type { ClaimRef } from '../places/schema'
import { ok, type Result, refused } from '../result'
import { NothingHappened } from './nothing-happened'
import { getMailFacts } from './queries'
import type { EventOffer, RegistrationStatus } from './schema'
import { sayMissed, settleWishes } from './settle-wishes'

/**
 * An address is somebody's, as they say themselves or an organizer for them; needs `underLock`. An organizer who says it has approved them with it, so
 * `event_full` is thrown where there is neither a place nor a line.
 */
export async function confirmInside(
  tx: Transaction,
  offer: EventOffer,
  registrationId: string,
  actor: Actor,
): Promise<Result<{ isNew: boolean; status: RegistrationStatus }, 'too_late'>> {
  const eventId = offer.event.id
  const { count } = await tx.registration.updateMany({
    where: { id: registrationId, eventId, status: 'unverified', unverifiedUntil: { gt: now() } },
    data: { status: 'confirmed', verifiedAt: now(), unverifiedUntil: null, version: { increment: 1 } },
  })
  const row = await tx.registration.findUniqueOrThrow({ where: { id: registrationId } })
  if (count === 0) {
    const isOver = row.status === 'unverified' || (row.status === 'cancelled' && !row.verifiedAt)
    return isOver ? refused('too_late') : ok({ isNew: false, status: row.status })
  }
  const { status, missed } = await standNow(tx, registrationId, offer, actor.kind === 'user')
  if (status !== 'confirmed')
    await tx.registration.update({ where: { id: registrationId }, data: { status } })
  const { to, facts } = await getMailFacts(tx, registrationId, offer)
  const said = { ...facts, missed: sayMissed(missed, offer, to.language) }
  await queueMail(tx, { kind: status, eventId, registrationId, to, facts: said })
  await recordHistory(tx, {
    eventId,
    actor,
    act: 'confirmed_address',
    subject: 'registration',
    subjectId: registrationId,
    facts: { status },
  })
  return ok({ isNew: true, status })
}

/** What was held stays held. What rested did so for an approval: if none is asked any more, it is settled now. */
async function standNow(
  tx: Transaction,
  registrationId: string,
  offer: EventOffer,
  isDecided: boolean,
): Promise<{ status: RegistrationStatus; missed: ClaimRef[] }> {
  const claims = await listClaims(tx, registrationId)
  const place = claims.find(({ kind }) => kind === 'event')
  if (place?.state === 'waiting') return { status: 'waitlisted', missed: [] }
  const isResting = place ? place.state === 'wished' : claims.some(({ state }) => state === 'wished')
  if (!isResting) return { status: 'confirmed', missed: [] }
  if (offer.event.isApprovalRequired && !isDecided) return { status: 'pending_approval', missed: [] }
  const { isIn, missed } = await settleWishes(tx, offer, registrationId)
  if (isIn) return { status: 'confirmed', missed }
  if (isDecided && offer.event.waiting === 'off') throw new NothingHappened<'event_full'>('event_full')
  return { status: offer.event.waiting === 'off' ? 'pending_approval' : 'waitlisted', missed }
}
