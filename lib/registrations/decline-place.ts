import 'server-only'
import { now } from '../clock'
import type { AttendeeKey } from '../keys'
import { listClaims } from '../places/queries'
import type { ClaimRef, ClaimState } from '../places/schema'
import { ok, type Result, refused } from '../result'
import { giveBack } from './give-back'
import { underLock } from './under-lock'

type Declined = { isNew: boolean; hasEnded: boolean; was: ClaimState | null }

/**
 * Gives back one thing that was promoted or offered, leaves its line or drops a mere wish, as it `was`: the next in line
 * has at once what was held. Without the event's own place, or the only activity, the whole registration is over.
 * Declining again changes nothing; refused once the event is over.
 */
export async function declinePlace(
  key: AttendeeKey,
  given: ClaimRef,
): Promise<Result<Declined, 'event_over'>> {
  const actor = { kind: 'attendee', id: key.registrationId } as const
  return await underLock(key.eventId, async (tx, offer) => {
    if (now() >= offer.event.endsAt) return refused('event_over')
    const claims = await listClaims(tx, key.registrationId)
    const theirs = claims.find(({ kind, subjectId }) => kind === given.kind && subjectId === given.subjectId)
    const ending = { reason: 'declined', actor, mail: 'cancelled' } as const
    const done = await giveBack(tx, offer, key.registrationId, given, ending)
    return ok({ isNew: done !== false, hasEnded: done === 'ended', was: theirs?.state ?? null })
  })
}
