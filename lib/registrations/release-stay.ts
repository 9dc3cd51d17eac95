import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { type Actor, recordHistory } from '../history/record'
import { markReleased } from '../hotels/mark-stay'
import { findStay } from '../hotels/queries'
import type { OrganizerKey } from '../keys'
import { dropClaims } from '../places/drop-claims'
import { findClaim } from '../places/queries'
import { ok, type Result, refused } from '../result'
import { leaveSharedRoom } from './leave-shared-room'
import type { EventOffer } from './schema'
import { tellAboutRoom } from './tell-about-room'
import { underLock } from './under-lock'

/**
 * An organizer gives somebody's room back to the hotel, or on to the line; a room-mate keeps it. Releasing again
 * changes nothing; refused for people of other events.
 */
export async function releaseStay(
  { eventId, userId }: OrganizerKey,
  registrationId: string,
): Promise<Result<{ isNew: boolean }, 'unknown_registration'>> {
  return await underLock(eventId, async (tx, offer) => {
    if ((await tx.registration.count({ where: { id: registrationId, eventId } })) === 0)
      return refused('unknown_registration')
    const stay = await findStay(tx, registrationId)
    if (!stay || stay.releasedAt) return ok({ isNew: false })
    const actor = { kind: 'user', id: userId } as const
    await leaveSharedRoom(tx, offer, { eventId, registrationId, actor })
    await releaseAll(tx, offer, [registrationId], { actor, reason: 'organizer' })
    return ok({ isNew: true })
  })
}

/** Takes rooms back from all of these people and tells each; who shared one of them shares it no more. */
export async function releaseAll(
  tx: Transaction,
  offer: EventOffer,
  people: string[],
  { actor, reason }: { actor: Actor; reason: 'organizer' | 'unbooked' },
): Promise<void> {
  const eventId = offer.event.id
  await markReleased(tx, people, now())
  const claims = []
  for (const registrationId of people) claims.push(await findClaim(tx, registrationId, 'stay'))
  await dropClaims(
    tx,
    claims.flatMap((claim) => (claim ? [claim.id] : [])),
  )
  for (const registrationId of people) {
    await tx.registration.update({ where: { id: registrationId }, data: { version: { increment: 1 } } })
    await tellAboutRoom(tx, offer, registrationId, { kind: 'room_released', reason })
    await recordHistory(tx, {
      eventId,
      actor,
      act: 'stay_released',
      subject: 'registration',
      subjectId: registrationId,
      facts: { reason },
    })
  }
}
