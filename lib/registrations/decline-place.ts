import 'server-only'
import { now } from '../clock'
import type { AttendeeKey } from '../keys'
import type { ClaimRef } from '../places/schema'
import { ok, type Result, refused } from '../result'
import { giveBack } from './give-back'
import { underLock } from './under-lock'

/**
 * Gives back one thing that was promoted or offered, or leaves its line: the next in line has it at once. Without the
 * event's own place, or the only activity, the whole registration is over. Declining again changes nothing; refused
 * once the event is over.
 */
export async function declinePlace(
  key: AttendeeKey,
  given: ClaimRef,
): Promise<Result<{ isNew: boolean; hasEnded: boolean }, 'event_over'>> {
  const actor = { kind: 'attendee', id: key.registrationId } as const
  return await underLock(key.eventId, async (tx, offer) => {
    if (now() >= offer.event.endsAt) return refused('event_over')
    const ending = { reason: 'declined', actor, mail: 'cancelled' } as const
    const done = await giveBack(tx, offer, key.registrationId, given, ending)
    return ok({ isNew: done !== false, hasEnded: done === 'ended' })
  })
}
