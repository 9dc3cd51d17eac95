import 'server-only'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import { dropStay } from '../hotels/drop-stay'
import { dropMealChoice } from '../meals/drop-meal-choice'
import { dropClaims } from '../places/drop-claims'
import { listClaimIds, listClaims } from '../places/queries'
import type { ClaimRef } from '../places/schema'
import { type Ending, endRegistration } from './end-registration'
import { leaveSharedRoom } from './leave-shared-room'
import type { EventOffer } from './schema'

/**
 * Takes one thing from somebody, held or waited for, with what they told about it; false when there is no such thing.
 * Who has nothing left without it, the event's place or the only activity, is not registered any more: then the
 * ending says so to them. Call it inside `underLock`, which gives the place on.
 */
export async function giveBack(
  tx: Transaction,
  offer: EventOffer,
  registrationId: string,
  given: ClaimRef,
  ending: Ending,
): Promise<'given_back' | 'ended' | false> {
  const claims = await listClaims(tx, registrationId)
  const isTheirs = ({ kind, subjectId }: ClaimRef) => kind === given.kind && subjectId === given.subjectId
  if (!claims.some(isTheirs)) return false
  if (given.kind === 'event' || claims.every(isTheirs)) {
    const hasEnded = await endRegistration(tx, offer, registrationId, { ...ending, news: [given] })
    return hasEnded && 'ended'
  }
  if (given.kind === 'stay')
    await leaveSharedRoom(tx, offer, { eventId: offer.event.id, registrationId, actor: ending.actor })
  await dropClaims(tx, await listClaimIds(tx, registrationId, given))
  if (given.kind === 'stay') await dropStay(tx, registrationId)
  if (given.kind === 'option') await dropMealChoice(tx, registrationId, given.subjectId)
  await tx.registration.update({ where: { id: registrationId }, data: { version: { increment: 1 } } })
  await recordHistory(tx, {
    eventId: offer.event.id,
    actor: ending.actor,
    act: ending.reason === 'expired' ? 'offer_expired' : 'gave_back',
    subject: 'registration',
    subjectId: registrationId,
    facts: { what: given.kind },
  })
  return 'given_back'
}
