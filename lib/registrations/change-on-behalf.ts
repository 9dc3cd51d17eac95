import 'server-only'
import { now } from '../clock'
import type { OrganizerKey } from '../keys'
import { sealForm } from './form-seal'
import { openToOrganizers } from './open-to-organizers'
import type { FormValues } from './read-form'
import { lockHeld } from './read-held'
import { changeState } from './rules'
import { type ChangeAnswer, takeAnswers } from './take-answers'
import { underLock } from './under-lock'

export type ChangeOnBehalfAnswer = ChangeAnswer | { ok: false; refusal: 'unknown_registration' }

/**
 * An organizer sends somebody's own form: as `changeAnswers`, but past the freeze date, past codes and closed lists too,
 * which history remembers. Places are respected; the address stays. The person gets a mail only if they shall.
 */
export async function changeOnBehalf(
  { eventId, userId }: OrganizerKey,
  registrationId: string,
  posted: FormValues,
  isTold: boolean,
): Promise<ChangeOnBehalfAnswer> {
  return await underLock<ChangeOnBehalfAnswer>(eventId, async (tx, offer) => {
    if ((await tx.registration.count({ where: { id: registrationId, eventId } })) === 0)
      return { ok: false, refusal: 'unknown_registration' }
    const held = await lockHeld(tx, registrationId)
    // Who is only counted any more has no address.
    if (held.status === 'cancelled' || held.email === '') return { ok: false, refusal: 'over' }
    const isPastFreeze = changeState(offer.event, held, now()) !== 'open'
    const open = { ...openToOrganizers(offer), isPhotoOpen: held.photo === 'not_asked' }
    // Nobody else says what somebody's body cannot bear: that stays as it is, and unread.
    const allergies: FormValues = held.allergies
      ? { allergies: [held.allergies], allergiesConsent: ['on'] }
      : {}
    // Their fingerprint would say them to whoever guesses, so the form has none: it is added here.
    const seen = posted.seen && [[posted.seen[0], sealForm(allergies)].filter(Boolean).join('&')]
    const answer = await takeAnswers(
      tx,
      open,
      held,
      { ...withoutAllergies(posted), ...allergies, ...(seen && { seen }) },
      {
        actor: { kind: 'user', id: userId },
        isTold,
        facts: { isTold, ...(isPastFreeze && { isPastFreeze }) },
      },
    )
    return !answer.ok && answer.refusal === 'changed_meanwhile'
      ? { ...answer, now: withoutAllergies(answer.now) }
      : answer
  })
}

function withoutAllergies({ allergies: _, allergiesConsent: __, ...rest }: FormValues): FormValues {
  return rest
}
