import 'server-only'
import type { Transaction } from '../db/client'
import { handOnPlaces } from '../places/hand-on-places'
import { findClaim } from '../places/queries'
import { queueOffered } from '../places/queue-offered'
import { findShare } from './queries'

/**
 * Somebody leaves the room they share: whoever stays has it alone, without its being released in between, and as
 * booked as it was. What was only offered to the other goes back to the line at their position, so that whoever stays
 * is asked as anybody would be. Answers who stays, null when nobody shared. The claim of who leaves has no places
 * afterwards: drop it, or give it others. Needs `lockPools` and a line that is served afterwards.
 */
export async function leaveRoom(tx: Transaction, registrationId: string): Promise<string | null> {
  const share = await findShare(tx, registrationId)
  if (!share) return null
  await tx.roomShare.delete({ where: { hostId: share.hostId } })
  if (share.guestId === registrationId) return share.hostId
  const [left, stays] = [
    await findClaim(tx, share.hostId, 'stay'),
    await findClaim(tx, share.guestId, 'stay'),
  ]
  if (!left || !stays) throw new Error('a shared room without its claims')
  await handOnPlaces(tx, left.id, stays.id)
  await queueOffered(tx, stays.id)
  const booked = await tx.stay.findFirstOrThrow({ where: { registrationId: share.hostId } })
  await tx.stay.updateMany({
    where: { registrationId: share.guestId, confirmedAt: null },
    data: { confirmedAt: booked.confirmedAt },
  })
  return share.guestId
}
