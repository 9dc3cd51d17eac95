import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { lockPools } from '../places/lock-pools'
import { applyPlan, isResting } from './apply-plan'
import { type ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile'
import { differingControls, fillForm } from './fill-form'
import { type ChangedBy, noteChanges } from './note-changes'
import type { ChangeRefusal } from './own-refusals'
import { planClaims } from './plan-claims'
import { tellOfPlace } from './promote'
import type { FormValues, Problems } from './read-form'
import { type Held, readHeld } from './read-held'
import { saveFacts } from './save-facts'
import { sayFull } from './say-full'
import type { EventOffer } from './schema'
import { settleStay } from './settle-stay'
import { isSameStay, wantAnswers } from './want-answers'

export type ChangeAnswer =
  | { ok: true; value: { changed: string[]; hasRoom?: true } }
  | { ok: false; refusal: Exclude<ChangeRefusal, 'changed_meanwhile'>; problems?: Problems }
  | ChangedMeanwhile

/** A whole form over what somebody said and holds, whoever sent it. Needs `underLock` and the registration's lock. */
export async function takeAnswers(
  tx: Transaction,
  offer: EventOffer,
  held: Held,
  posted: FormValues,
  by: ChangedBy = { actor: { kind: 'attendee', id: held.id }, isTold: true },
): Promise<ChangeAnswer> {
  const { id: registrationId, eventId } = held
  const before = fillForm(held, offer)
  const stale = changedMeanwhile(posted, held.version, before)
  if (stale) return stale
  const wanted = wantAnswers(offer, held, posted, now())
  if (!wanted.ok) return { ok: false, refusal: 'wrong_answers', problems: wanted.problems }
  const { answers } = wanted
  const { plan, full } = planClaims(held.claims, answers.wishes, {
    pools: await lockPools(tx, eventId),
    isResting: isResting(held),
    isSameStay: isSameStay(held, answers),
    mealOf: (optionId) => offer.meals.find(({ options }) => options.some(({ id }) => id === optionId))?.id,
  })
  if (full.length > 0) {
    const presence = { before: held.presence, wanted: answers.input.presence }
    return { ok: false, refusal: 'wrong_answers', problems: sayFull(full, presence, offer) }
  }
  await applyPlan(tx, offer, held, plan, by.actor)
  const stay = answers.wishes.find(({ kind }) => kind === 'stay')
  const came = stay && !isResting(held) ? await settleStay(tx, registrationId, stay.mayWait) : []
  await saveFacts(tx, held, offer, answers)
  const after = fillForm(await readHeld(tx, registrationId), offer)
  const changed = differingControls(before, after)
  await noteChanges(tx, offer, held, { changed, before, after }, by)
  if (came.length > 0) await tellOfPlace(tx, { eventId, registrationId, kind: 'promoted', news: came }, offer)
  return { ok: true, value: { changed, ...(came.length > 0 && { hasRoom: true }) } }
}
