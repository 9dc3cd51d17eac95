import 'server-only'
import { now } from '../clock'
import { localDate } from '../dates'
import { db } from '../db/client'
import { findStay } from '../hotels/queries'
import { callOffOf, hotelOf, isForTwo, isReleased, stayStateOf } from '../hotels/rules'
import type { MyRoom } from '../hotels/schema'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { listClaims } from '../places/queries'
import { changeState } from './rules'
import type { EventOffer } from './schema'

/** Where one person sleeps, as they are told; null without a wish. Of the other only the name, once both share. */
export const findMyRoom = (key: AttendeeKey, offer: EventOffer): Promise<MyRoom | null> =>
  readRoom(key.registrationId, offer)

/** The same for the organizers of the event; null for people of others. */
export async function findRoomOf(key: OrganizerKey, id: string, offer: EventOffer): Promise<MyRoom | null> {
  const isTheirs = (await db().registration.count({ where: { id, eventId: key.eventId } })) > 0
  return isTheirs ? await readRoom(id, offer) : null
}

async function readRoom(id: string, offer: EventOffer): Promise<MyRoom | null> {
  const stay = await findStay(db(), id)
  const hotel = stay && hotelOf(offer.hotels, stay.roomTypeId)
  if (!hotel) return null
  const { share } = stay
  const otherId = share && (share.hostId === id ? share.guestId : share.hostId)
  const people = await db().registration.findMany({ where: { id: { in: [id, otherId ?? id] } } })
  const me = people.find((one) => one.id === id)!
  const theirs = otherId && (await findStay(db(), otherId))
  // The line is the host's, also for the guest who wants nothing of their own.
  const claims = await listClaims(db(), share?.hostId ?? id)
  const claim = claims.find(({ kind }) => kind === 'stay')
  const confirmedAt = stay.confirmedAt ?? (theirs ? theirs.confirmedAt : null)
  const isOver = isReleased(hotel, localDate(now(), offer.event.timezone))
  return {
    registrationId: id,
    hotel: hotel.name,
    roomType:
      hotel.roomTypes.length > 1 ? hotel.roomTypes.find((one) => one.id === stay.roomTypeId)!.name : null,
    nights: stay.nights,
    state: stayStateOf({ ...stay, confirmedAt }, claim?.state ?? null),
    ahead: claim?.ahead ?? null,
    isOffered: !!claim?.offeredUntil,
    isIn: me.status === 'confirmed',
    isForTwo: isForTwo(offer.hotels, stay.roomTypeId),
    isReleased: isOver,
    hasLine: offer.event.waiting !== 'off' && !isOver,
    callOff: callOffOf(hotel),
    releaseOn: hotel.releaseOn,
    named: stay.roommate,
    roommate: people.find((one) => one.id === otherId)?.name ?? null,
    mayChange: changeState(offer.event, me, now()) === 'open',
  }
}
