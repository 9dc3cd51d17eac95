import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { type Actor, recordHistory } from '../history/record'
import { markBooked } from '../hotels/mark-stay'
import { findStay } from '../hotels/queries'
import { hotelOf } from '../hotels/rules'
import type { BookingRefusal } from '../hotels/schema'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { findClaim } from '../places/queries'
import { ok, type Result, refused } from '../result'
import { underLock } from './under-lock'

type Booked = { isNew: boolean }

/** "I have booked": the hotel knows of the room, so the release date takes it from nobody. Saying it again changes nothing. */
export async function confirmBooking(key: AttendeeKey): Promise<Result<Booked, BookingRefusal>> {
  const { eventId, registrationId } = key
  return await underLock(eventId, async (tx, offer) => {
    const stay = await findStay(tx, registrationId)
    if (!stay || hotelOf(offer.hotels, stay.roomTypeId)?.mode !== 'call_off') return refused('no_room')
    return await book(tx, { eventId, registrationId, actor: { kind: 'attendee', id: registrationId } })
  })
}

/** An organizer knows it from the hotel; refused for people of other events. */
export async function confirmStay(
  { eventId, userId }: OrganizerKey,
  registrationId: string,
): Promise<Result<Booked, BookingRefusal | 'unknown_registration'>> {
  return await underLock(eventId, async (tx) => {
    if ((await tx.registration.count({ where: { id: registrationId, eventId } })) === 0)
      return refused('unknown_registration')
    return await book(tx, { eventId, registrationId, actor: { kind: 'user', id: userId } })
  })
}

type Booking = { eventId: string; registrationId: string; actor: Actor }

async function book(
  tx: Transaction,
  { eventId, registrationId, actor }: Booking,
): Promise<Result<Booked, 'no_room'>> {
  const claim = await findClaim(tx, registrationId, 'stay')
  if (claim?.state !== 'held' || claim.offeredUntil) return refused('no_room')
  const people = await markBooked(tx, registrationId, now())
  for (const subjectId of people) {
    await tx.registration.update({ where: { id: subjectId }, data: { version: { increment: 1 } } })
    await recordHistory(tx, { eventId, actor, act: 'stay_confirmed', subject: 'registration', subjectId })
  }
  return ok({ isNew: people.length > 0 })
}
