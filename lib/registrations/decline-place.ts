import 'server-only'
import { recordHistory } from '../history/record'
import { dropStay } from '../hotels/drop-stay'
import type { AttendeeKey } from '../keys'
import { dropMealChoice } from '../meals/drop-meal-choice'
import { dropClaims } from '../places/drop-claims'
import { listClaimIds } from '../places/queries'
import type { ClaimRef } from '../places/schema'
import { ok, type Result } from '../result'
import { endRegistration } from './end-registration'
import { underLock } from './under-lock'

/**
 * Gives back one thing that was promoted or offered, or leaves its line: the next in line has it at once. Without the
 * event's own place the whole registration is over. Declining again changes nothing.
 */
export async function declinePlace(
  key: AttendeeKey,
  given: ClaimRef,
): Promise<Result<{ isNew: boolean }, never>> {
  const { eventId, registrationId } = key
  const actor = { kind: 'attendee', id: registrationId } as const
  return await underLock(eventId, async (tx, offer) => {
    if (given.kind === 'event') {
      const ending = { reason: 'declined', actor, mail: 'cancelled' } as const
      return ok({ isNew: await endRegistration(tx, offer, registrationId, ending) })
    }
    const claimIds = await listClaimIds(tx, registrationId, given)
    if (claimIds.length === 0) return ok({ isNew: false })
    await dropClaims(tx, claimIds)
    if (given.kind === 'stay') await dropStay(tx, registrationId)
    if (given.kind === 'option') await dropMealChoice(tx, registrationId, given.subjectId)
    await tx.registration.update({ where: { id: registrationId }, data: { version: { increment: 1 } } })
    await recordHistory(tx, {
      eventId,
      actor,
      act: 'gave_back',
      subject: 'registration',
      subjectId: registrationId,
      facts: { what: given.kind },
    })
    return ok({ isNew: true })
  })
}
