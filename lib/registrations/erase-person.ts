import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { eraseHandoutsOf } from '../handouts/erase'
import { eraseHistoryOf } from '../history/erase'
import { type Actor, recordHistory } from '../history/record'
import { eraseStaysOf } from '../hotels/erase'
import { eraseMealsOf } from '../meals/erase'
import { putTombstones } from '../tombstones/put-tombstones'
import { endRegistration } from './end-registration'
import { forgetPeople } from './forget-people'
import { lockWithLinks } from './lock-registration'
import type { EventOffer } from './schema'
import { tellOrganizers } from './tell-organizers'

/**
 * Everything one person holds goes to the next in line, everything they told is gone from every table. What stays is
 * that somebody was registered, and when, so that the figures of the event stay true. Call it inside `underLock`.
 */
export async function erasePerson(
  tx: Transaction,
  offer: EventOffer,
  { registrationId, actor }: { registrationId: string; actor: Actor },
): Promise<void> {
  const eventId = offer.event.id
  await lockWithLinks(tx, registrationId)
  const { code } = await tx.registration.findUniqueOrThrow({ where: { id: registrationId } })
  await eraseHistoryOf(tx, [registrationId])
  await endRegistration(tx, offer, registrationId, { reason: 'erased', actor, mail: null })
  await eraseMealsOf(tx, [registrationId])
  await eraseStaysOf(tx, [registrationId])
  await forgetPeople(tx, eventId, [registrationId])
  await tx.registration.update({
    where: { id: registrationId },
    // Who cancelled before is erased now; check-in answers `unknown` to both.
    data: { cancelReason: 'erased', days: [], diet: [], photo: 'not_asked', anonymizedAt: now() },
  })
  const lists = await eraseHandoutsOf(tx, { eventId, registrationId, actor })
  await tellOrganizers(tx, offer, { code, lists })
  await putTombstones(tx, 'person', [registrationId])
  await recordHistory(tx, {
    eventId,
    actor,
    act: 'erased',
    subject: 'registration',
    subjectId: registrationId,
  })
}
