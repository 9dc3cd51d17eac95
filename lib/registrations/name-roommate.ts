import 'server-only'
import { now } from '../clock'
import { recordHistory } from '../history/record'
import { nameInStay } from '../hotels/mark-stay'
import { findStay, isSharingRoom } from '../hotels/queries'
import { isForTwo } from '../hotels/rules'
import type { RoommateRefusal } from '../hotels/schema'
import type { AttendeeKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { pairAll } from './pair-roommates'
import { changeState } from './rules'
import { underLock } from './under-lock'

type Named = { isNew: boolean; isPaired: boolean }

/**
 * Says with whom somebody would share their room, by name or address; null takes it back. If the other has named them
 * too, both share from now on. Whether the other is registered is never said: they are either paired or not. `seen` is
 * what the form showed. Refused from the freeze date on, without a wish for a room of two, for those who share already,
 * and when something else was noted meanwhile.
 */
export async function nameRoommate(
  key: AttendeeKey,
  { roommate, seen }: { roommate: string | null; seen: string | null },
): Promise<Result<Named, RoommateRefusal>> {
  const { eventId, registrationId } = key
  return await underLock(eventId, async (tx, offer) => {
    const row = await tx.registration.findUniqueOrThrow({ where: { id: registrationId } })
    const state = changeState(offer.event, row, now())
    if (state !== 'open') return refused(state)
    const stay = await findStay(tx, registrationId)
    if (!stay || stay.releasedAt || !isForTwo(offer.hotels, stay.roomTypeId))
      return refused('no_room_for_two')
    if (stay.share) return refused('shares_already')
    if (stay.roommate === roommate) return ok({ isNew: false, isPaired: false })
    if (stay.roommate !== seen) return refused('changed_meanwhile')
    await nameInStay(tx, registrationId, roommate)
    await tx.registration.update({ where: { id: registrationId }, data: { version: { increment: 1 } } })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'attendee', id: registrationId },
      act: roommate ? 'named_roommate' : 'unnamed_roommate',
      subject: 'registration',
      subjectId: registrationId,
    })
    await pairAll(tx, offer)
    return ok({ isNew: true, isPaired: await isSharingRoom(tx, registrationId) })
  })
}
