import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import { listHopefulStays } from '../hotels/queries'
import { mutualPairs, sharedNames } from '../hotels/rules'
import type { HopefulStay } from '../hotels/schema'
import { shareRoom } from '../hotels/share-room'
import type { EventOffer } from './schema'
import { tellAboutRoom } from './tell-about-room'
import { underLock } from './under-lock'

/**
 * Whoever named each other while registering shares from now on. Safe to repeat, in any number of processes: what is
 * found without the lock is looked for again under it. Answers how many rooms became shared.
 */
export async function pairRoommates(): Promise<number> {
  const hopeful = await listHopefulStays(db(), { endsAfter: now() })
  let paired = 0
  for (const eventId of new Set(mutualPairs(hopeful).map(([{ eventId }]) => eventId))) {
    if ((await findPairs(db(), eventId)).length > 0) paired += await underLock(eventId, pairAll)
  }
  return paired
}

/** The same for one event, inside `underLock`: the rooms that become free go to the line. */
export async function pairAll(tx: Transaction, offer: EventOffer): Promise<number> {
  const pairs = await findPairs(tx, offer.event.id)
  for (const pair of pairs) await pairUp(tx, offer, pair)
  return pairs.length
}

async function findPairs(tx: Transaction, eventId: string): Promise<[HopefulStay, HopefulStay][]> {
  const hopeful = await listHopefulStays(tx, { eventId })
  if (mutualPairs(hopeful).length === 0) return []
  const people = await tx.registration.findMany({
    where: { eventId, status: { not: 'cancelled' } },
    select: { name: true },
  })
  return mutualPairs(hopeful, sharedNames(people.map(({ name }) => name)))
}

async function pairUp(tx: Transaction, offer: EventOffer, [one, two]: [HopefulStay, HopefulStay]) {
  await shareRoom(tx, offer.event.id, [one.registrationId, two.registrationId])
  for (const [{ registrationId }, { registrationId: id, name }] of [
    [one, two],
    [two, one],
  ] as const) {
    await tx.registration.update({ where: { id: registrationId }, data: { version: { increment: 1 } } })
    await tellAboutRoom(tx, offer, registrationId, { kind: 'room_shared', roommate: { id, name } })
    await recordHistory(tx, {
      eventId: offer.event.id,
      actor: { kind: 'system', id: null },
      act: 'shared_room',
      subject: 'registration',
      subjectId: registrationId,
    })
  }
}
