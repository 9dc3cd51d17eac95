import 'server-only'
import type { Transaction } from '../db/client'
import { findStay } from '../hotels/queries'
import { hotelOf, stayStateOf } from '../hotels/rules'
import type { RoomFacts } from '../hotels/schema'
import { type QueuedMail, queueMail } from '../mail/queue-mail'
import { findClaim } from '../places/queries'
import { getMailFacts } from './queries'
import type { EventOffer } from './schema'
import type { RoomMailKind } from './write-room'

type About = { kind: RoomMailKind; roommate?: { id: string; name: string }; reason?: RoomFacts['reason'] }

/** Promises a mail about somebody's room, as it stands inside this transaction. */
export async function tellAboutRoom(
  tx: Transaction,
  offer: EventOffer,
  registrationId: string,
  about: About,
): Promise<void> {
  await queueMail(tx, await roomMail(tx, offer, registrationId, about))
}

/** The same mail, not promised yet. */
export async function roomMail(
  tx: Transaction,
  offer: EventOffer,
  registrationId: string,
  { kind, roommate, reason }: About,
): Promise<QueuedMail> {
  const { to, facts } = await getMailFacts(tx, registrationId, offer)
  const stay = await findStay(tx, registrationId)
  // The line is the host's, also for the guest who wants nothing of their own.
  const claim = await findClaim(tx, stay?.share?.hostId ?? registrationId, 'stay')
  const hotel = stay && hotelOf(offer.hotels, stay.roomTypeId)
  const room: RoomFacts | null = hotel && {
    hotel: hotel.name,
    nights: stay.nights,
    roommate: roommate?.name ?? null,
    roommateId: roommate?.id ?? null,
    state: stayStateOf(stay, claim?.state ?? null),
    releaseOn: hotel.releaseOn,
    reason: reason ?? null,
  }
  return { kind, eventId: offer.event.id, registrationId, to, facts: { ...facts, room } }
}
