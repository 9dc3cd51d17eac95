import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { eraseHandoutsOf } from '../handouts/erase'
import { eraseHistoryOf } from '../history/erase'
import { type Actor, recordHistory } from '../history/record'
import { countStaysOf, eraseStaysOf } from '../hotels/erase'
import { leaveRoom } from '../hotels/leave-room'
import { eraseMealsOf } from '../meals/erase'
import { saveAllergies } from '../meals/save-allergies'
import { putTombstones } from '../tombstones/put-tombstones'
import { endRegistration } from './end-registration'
import { forgetPeople } from './forget-people'
import { lockWithLinks } from './lock-registration'
import type { EventOffer } from './schema'
import { tellOrganizers } from './tell-organizers'

type Erased = {
  registrationId: string
  actor: Actor
  /** When they were erased, for whoever does it again. */
  at?: Date
}

/**
 * Everything one person holds goes to the next in line, everything they told is gone from every table. What stays is
 * that somebody was registered, and when, so that the figures of the event stay true; once it is over, also that they
 * took part. Call it inside `underLock`.
 */
export async function erasePerson(
  tx: Transaction,
  offer: EventOffer,
  { registrationId, actor, at = now() }: Erased,
): Promise<void> {
  const eventId = offer.event.id
  await lockWithLinks(tx, registrationId)
  const person = await tx.registration.findUniqueOrThrow({ where: { id: registrationId } })
  const byAddress = !isAnybodys(person, actor)
  await eraseHistoryOf(tx, [registrationId])
  if (person.status === 'confirmed' && offer.event.endsAt <= at) {
    await saveAllergies(tx, person, null)
    await leaveRoom(tx, registrationId)
    await countStaysOf(tx, [registrationId])
    await forgetPeople(tx, eventId, [registrationId])
  } else {
    const reason = byAddress ? 'erased' : 'expired'
    await endRegistration(tx, offer, registrationId, { reason, actor, mail: null })
    await eraseMealsOf(tx, [registrationId])
    await eraseStaysOf(tx, [registrationId])
    await forgetPeople(tx, eventId, [registrationId], { byAddress })
    await tx.registration.update({
      where: { id: registrationId },
      // Who cancelled before is erased now; check-in answers `unknown` to both.
      data: { cancelReason: 'erased', days: [], diet: [], photo: 'not_asked' },
    })
  }
  const lists = await eraseHandoutsOf(tx, { eventId, registrationId, actor })
  await tellOrganizers(tx, offer, { code: person.code, lists })
  await putTombstones(tx, 'person', [registrationId], at)
  await recordHistory(tx, {
    eventId,
    actor,
    act: 'erased',
    subject: 'registration',
    subjectId: registrationId,
  })
}

// Nobody ever confirmed this address; one that a backup brought back waits for it again.
const isAnybodys = ({ verifiedAt, cancelReason, status }: Person, { kind }: Actor) =>
  verifiedAt === null && (cancelReason === 'expired' || (status === 'unverified' && kind === 'system'))

type Person = { verifiedAt: Date | null; cancelReason: string | null; status: string }
