import 'server-only'
import type { AttendeeKey } from '../keys'
import type { Result } from '../result'
import { confirmInside } from './confirm-inside'
import type { RegistrationStatus } from './schema'
import { underLock } from './under-lock'

/**
 * Whoever holds the link from the mail says that the address is theirs: confirmed with the places that were held, or
 * in line where they stood, or now with the organizers where the event approved when they registered and still does.
 * Confirming again changes nothing; refused once the time is up, even before the sweep has passed.
 */
export async function confirmAddress(
  key: AttendeeKey,
): Promise<Result<{ isNew: boolean; status: RegistrationStatus }, 'too_late'>> {
  const { eventId, registrationId } = key
  const actor = { kind: 'attendee', id: registrationId } as const
  return await underLock(eventId, (tx, offer) => confirmInside(tx, offer, registrationId, actor))
}
