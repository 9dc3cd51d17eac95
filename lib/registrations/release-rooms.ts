import 'server-only'
import { now } from '../clock'
import { localDate } from '../dates'
import { db, type Transaction } from '../db/client'
import { closeNights } from '../hotels/close-nights'
import { findShare, hasOpenNights, listReleasingHotels, listUnbooked } from '../hotels/queries'
import { isReleased } from '../hotels/rules'
import type { HotelView } from '../hotels/schema'
import { listWaitingClaims } from '../places/queries'
import { restClaims } from '../places/rest-claims'
import { getOfferFor } from './queries'
import { releaseAll } from './release-stay'
import type { EventOffer } from './schema'
import { tellAboutRoom } from './tell-about-room'
import { underLock } from './under-lock'

const actor = { kind: 'system', id: null } as const

/**
 * After the release date: nobody new is admitted to the nights of that hotel, who still waits only wishes, and where
 * people book for themselves, what was not booked goes back. Each is told once. Safe to repeat, in any number of
 * processes: under the lock there is nothing left to do for the second. Answers how many hotels had something to do.
 */
export async function releaseRooms(): Promise<number> {
  let released = 0
  for (const { id, eventId } of await listReleasingHotels(now())) {
    const hotel = releasedHotel(await getOfferFor({ eventId }), id)
    if (!hotel || !(await hasToDo(db(), hotel))) continue
    if (await underLock(eventId, (tx, offer) => releaseHotel(tx, offer, id))) released++
  }
  return released
}

const releasedHotel = ({ hotels, event }: EventOffer, id: string): HotelView | undefined =>
  hotels.find((hotel) => hotel.id === id && isReleased(hotel, localDate(now(), event.timezone)))

const typesOf = ({ roomTypes }: HotelView) => roomTypes.map(({ id }) => id)

async function hasToDo(tx: Transaction, hotel: HotelView): Promise<boolean> {
  if (await hasOpenNights(tx, hotel.id)) return true
  if ((await listWaitingClaims(tx, typesOf(hotel))).length > 0) return true
  return hotel.mode === 'call_off' && (await listUnbooked(tx, typesOf(hotel))).length > 0
}

/** False when it has given its rooms for longer meanwhile. */
async function releaseHotel(tx: Transaction, offer: EventOffer, id: string): Promise<boolean> {
  const hotel = releasedHotel(offer, id)
  if (!hotel) return false
  await closeNights(tx, hotel.id)
  const waiting = await listWaitingClaims(tx, typesOf(hotel))
  await restClaims(
    tx,
    waiting.map(({ id }) => id),
  )
  for (const { registrationId } of waiting) {
    const share = await findShare(tx, registrationId)
    for (const person of share ? [share.hostId, share.guestId] : [registrationId])
      await tellAboutRoom(tx, offer, person, { kind: 'room_wished' })
  }
  if (hotel.mode === 'call_off')
    await releaseAll(tx, offer, await listUnbooked(tx, typesOf(hotel)), { actor, reason: 'unbooked' })
  return true
}
