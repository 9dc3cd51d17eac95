import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { endRegistration } from './end-registration'
import { getOfferFor } from './queries'
import { mayCancel } from './rules'
import { underLock } from './under-lock'

type Cancelled = { isNew: boolean }

/** The person gives back everything they hold; asking again changes nothing. Refused once the event is over. */
export async function cancelMine(key: AttendeeKey): Promise<Result<Cancelled, 'event_over'>> {
  const { event } = await getOfferFor(key)
  if (!mayCancel(event, 'confirmed', now())) return refused('event_over')
  const actor = { kind: 'attendee', id: key.registrationId } as const
  const isNew = await underLock(key.eventId, (tx, offer) =>
    endRegistration(tx, offer, key.registrationId, { reason: 'person', actor, mail: 'cancelled' }),
  )
  return ok({ isNew })
}

/** An organizer cancels for somebody; refused for people of other events. */
export async function cancelByOrganizer(
  key: OrganizerKey,
  registrationId: string,
): Promise<Result<Cancelled, 'unknown_registration'>> {
  const found = await db().registration.count({ where: { id: registrationId, eventId: key.eventId } })
  if (!found) return refused('unknown_registration')
  const actor = { kind: 'user', id: key.userId } as const
  const isNew = await underLock(key.eventId, (tx, offer) =>
    endRegistration(tx, offer, registrationId, { reason: 'organizer', actor, mail: 'cancelled' }),
  )
  return ok({ isNew })
}
