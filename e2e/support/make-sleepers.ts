import { dateOf } from '@/lib/dates'
import { db } from '@/lib/db/client'
import { shareRoom } from '@/lib/hotels/share-room'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'

/** Somebody with a room, two who share one, somebody who only wishes for one, and somebody who does not know yet. */
export async function makeSleepers(event: MadeEvent) {
  const type = event.hotels[0]!.roomTypes[0]!
  await db().roomType.update({ where: { id: type.id }, data: { beds: 2 } })
  const stay = { roomTypeId: type.id, nights: type.nights.map(({ night }) => dateOf(night)) }
  const sleeper = await makeRegistration(event, { stay })
  const sharer = await makeRegistration(event, { stay })
  const other = await makeRegistration(event, { stay })
  await db().$transaction((tx) => shareRoom(tx, event.id, [sharer.id, other.id]))
  const sleepless = await makeRegistration(event, { stay: { ...stay, state: 'wished' } })
  const undecided = await makeRegistration(event, { isStayUndecided: true })
  return { sleeper, sharer, sleepless, undecided }
}
