import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { AttendeeKey } from '../keys'
import { saveAllergies } from '../meals/save-allergies'
import { ok, type Result } from '../result'
import { lockHeld } from './read-held'
import { toldOf, type WithdrawableConsent } from './rules'
import { saveConsents } from './save-consents'

/**
 * Takes back one consent, at any time, with what was told under it: allergies are deleted with the press, not later,
 * and no mail that still waits carries them. Withdrawing again changes nothing.
 */
export async function withdrawConsent(
  key: AttendeeKey,
  kind: WithdrawableConsent,
): Promise<Result<{ isNew: boolean }, never>> {
  const { eventId, registrationId } = key
  return await db().$transaction(async (tx) => {
    const held = await lockHeld(tx, registrationId)
    if (!toldOf(held)[kind] && !held.consents.includes(kind)) return ok({ isNew: false })
    if (kind === 'allergies') await saveAllergies(tx, held, null)
    await saveConsents(tx, held, 0, { [kind]: false })
    await tx.registration.update({
      where: { id: registrationId },
      data: {
        version: { increment: 1 },
        ...(kind === 'listed' && { isListed: false }),
        ...(kind === 'accessibility' && { accessibility: null }),
      },
    })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'attendee', id: registrationId },
      act: 'withdrew_consent',
      subject: 'registration',
      subjectId: registrationId,
      facts: { consent: kind },
    })
    return ok({ isNew: true })
  })
}
