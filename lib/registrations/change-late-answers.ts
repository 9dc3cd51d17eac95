import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { AttendeeKey } from '../keys'
import { saveAllergies } from '../meals/save-allergies'
import { changedMeanwhile } from './changed-meanwhile'
import { differingControls, fillForm } from './fill-form'
import { noteChanges } from './note-changes'
import { getOfferFor } from './queries'
import { type FormValues, readForm } from './read-form'
import { lockHeld, readHeld } from './read-held'
import { changeState, lateControls } from './rules'
import { saveConsents } from './save-consents'
import type { ChangeAnswer } from './take-answers'

/**
 * After the freeze date: what harms nobody's plans can still be said until the event is over. Everything else that is
 * posted is ignored. The same refusals as before the freeze date.
 */
export async function changeLateAnswers(key: AttendeeKey, posted: FormValues): Promise<ChangeAnswer> {
  const offer = await getOfferFor(key)
  return await db().$transaction(async (tx) => {
    const held = await lockHeld(tx, key.registrationId)
    if (changeState(offer.event, held, now()) === 'over') return { ok: false, refusal: 'over' }
    const before = fillForm(held, offer)
    const stale = changedMeanwhile(posted, held.version, before)
    if (stale) return stale
    const read = readForm({ ...before, ...only(posted) })
    if (!read.ok) return { ok: false, refusal: 'wrong_answers', problems: read.problems }
    const { input } = read
    const isOnSite = held.presence === 'on_site'
    const allergies = isOnSite && offer.event.allergiesHint !== null ? input.allergies : null
    if (allergies && !input.allergiesConsent)
      return {
        ok: false,
        refusal: 'wrong_answers',
        problems: { allergiesConsent: 'allergies_need_consent' },
      }
    if (isOnSite && !input.photo)
      return { ok: false, refusal: 'wrong_answers', problems: { photo: 'missing' } }
    const photo = isOnSite ? input.photo! : held.photo
    await tx.registration.update({
      where: { id: held.id },
      data: { photo, accessibility: input.accessibility, isListed: input.listed },
    })
    await saveAllergies(tx, held, allergies)
    const { accessibility, listed } = input
    const consents = { allergies: allergies !== null, accessibility: accessibility !== null, listed }
    await saveConsents(tx, held, offer.event.privacyVersion, consents)
    const after = fillForm(await readHeld(tx, held.id), offer)
    const changed = differingControls(before, after)
    await noteChanges(tx, offer, held, { changed, before, after })
    return { ok: true, value: { changed } }
  })
}

// A box that was emptied is not posted at all, so each of them is read, absent or not.
const only = (posted: FormValues): FormValues =>
  Object.fromEntries(lateControls.map((name) => [name, posted[name] ?? []]))
