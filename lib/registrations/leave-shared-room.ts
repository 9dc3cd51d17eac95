import 'server-only'
import type { Transaction } from '../db/client'
import { type Actor, recordHistory } from '../history/record'
import { leaveRoom } from '../hotels/leave-room'
import type { EventOffer } from './schema'
import { tellAboutRoom } from './tell-about-room'

type Leaving = { eventId: string; registrationId: string; actor: Actor }

/**
 * Before somebody gives their stay back: if they share, the other has the room alone now and is told so. Call it
 * inside `underLock`, before the claim is dropped or gets other places.
 */
export async function leaveSharedRoom(tx: Transaction, offer: EventOffer, leaving: Leaving): Promise<void> {
  const staying = await leaveRoom(tx, leaving.registrationId)
  if (staying) await tellWhoStays(tx, offer, staying, leaving)
}

/** They share no more: a mail, a line in the history of each, and whoever edits meanwhile is told. */
export async function tellWhoStays(
  tx: Transaction,
  offer: EventOffer,
  staying: string,
  { eventId, registrationId, actor }: Leaving,
): Promise<void> {
  const roommate = await tx.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: { id: true, name: true },
  })
  await tellAboutRoom(tx, offer, staying, { kind: 'room_parted', roommate })
  await tx.registration.update({ where: { id: staying }, data: { version: { increment: 1 } } })
  for (const subjectId of [registrationId, staying])
    await recordHistory(tx, { eventId, actor, act: 'parted_room', subject: 'registration', subjectId })
}
