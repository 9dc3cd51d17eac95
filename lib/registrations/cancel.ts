import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { type Actor, recordHistory } from '../history/record'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { lockPools } from '../places/lock-pools'
import { releasePlaces } from '../places/release-places'
import { ok, type Result, refused } from '../result'
import { promoteWaiting } from './promote'
import { getMailFacts, getOfferFor } from './queries'
import { mayCancel } from './rules'

type Cancelled = { isNew: boolean }

/** The person gives back everything they hold; asking again changes nothing. Refused once the event is over. */
export async function cancelMine(key: AttendeeKey): Promise<Result<Cancelled, 'event_over'>> {
  const { event } = await getOfferFor(key)
  if (!mayCancel(event, 'confirmed', now())) return refused('event_over')
  return await cancel(key.eventId, key.registrationId, 'person', { kind: 'attendee', id: key.registrationId })
}

/** An organizer cancels for somebody; refused for people of other events. */
export async function cancelByOrganizer(
  key: OrganizerKey,
  registrationId: string,
): Promise<Result<Cancelled, 'unknown_registration'>> {
  const found = await db().registration.count({ where: { id: registrationId, eventId: key.eventId } })
  if (!found) return refused('unknown_registration')
  return await cancel(key.eventId, registrationId, 'organizer', { kind: 'user', id: key.userId })
}

// Of people who cancel at once each waits for those before; as long as a connection is waited for, see lib/db/client.ts.
const patience = { maxWait: 4_000, timeout: 10_000 }

// Pools are locked before the registration's row, as everywhere: see lockPools.
async function cancel(eventId: string, registrationId: string, reason: 'person' | 'organizer', actor: Actor) {
  const offer = await getOfferFor({ eventId })
  const isNew = await db().$transaction(async (tx) => {
    await lockPools(tx, eventId)
    const { to, facts } = await getMailFacts(tx, registrationId, offer)
    const { count } = await tx.registration.updateMany({
      where: { id: registrationId, eventId, status: { not: 'cancelled' } },
      data: { status: 'cancelled', cancelReason: reason, cancelledAt: now(), version: { increment: 1 } },
    })
    if (count === 0) return false
    await releasePlaces(tx, registrationId)
    await recordHistory(tx, {
      eventId,
      actor,
      act: 'cancelled',
      subject: 'registration',
      subjectId: registrationId,
      facts: { reason },
    })
    await queueMail(tx, {
      kind: 'cancelled',
      eventId,
      registrationId,
      to,
      facts: { ...facts, status: 'cancelled', reason },
    })
    await promoteWaiting(tx, eventId, offer)
    return true
  }, patience)
  return ok({ isNew })
}
