import 'server-only'
import { now } from '../clock'
import { localDate } from '../dates'
import { partRoommates } from '../hotels/part-roommates'
import { findStay } from '../hotels/queries'
import { hotelOf, isReleased } from '../hotels/rules'
import type { PartRefusal } from '../hotels/schema'
import type { AttendeeKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { tellWhoStays } from './leave-shared-room'
import { changeState } from './rules'
import { underLock } from './under-lock'

/**
 * Ends sharing: the other keeps the room, who asks gets one of their own if it is free or stands in line. Asking again
 * changes nothing; refused from the freeze date on.
 */
export async function partFromRoommate(key: AttendeeKey): Promise<Result<{ isNew: boolean }, PartRefusal>> {
  const { eventId, registrationId } = key
  return await underLock(eventId, async (tx, offer) => {
    const where = { id: registrationId }
    const state = changeState(offer.event, await tx.registration.findUniqueOrThrow({ where }), now())
    if (state !== 'open') return refused(state)
    const stay = await findStay(tx, registrationId)
    const hotel = stay && hotelOf(offer.hotels, stay.roomTypeId)
    const mayWait =
      offer.event.waiting !== 'off' && !!hotel && !isReleased(hotel, localDate(now(), offer.event.timezone))
    const staying = await partRoommates(tx, registrationId, mayWait)
    if (!staying) return ok({ isNew: false })
    await tx.registration.update({ where, data: { version: { increment: 1 } } })
    await tellWhoStays(tx, offer, staying, {
      eventId,
      registrationId,
      actor: { kind: 'attendee', id: registrationId },
    })
    return ok({ isNew: true })
  })
}
