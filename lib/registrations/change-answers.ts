import 'server-only'
import { now as present } from '../clock'
import type { Transaction } from '../db/client'
import type { AttendeeKey } from '../keys'
import { lockPools } from '../places/lock-pools'
import { applyPlan, isResting } from './apply-plan'
import { type ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile'
import { differingControls, fillForm } from './fill-form'
import { noteChanges } from './note-changes'
import type { ChangeRefusal } from './own-refusals'
import { planClaims } from './plan-claims'
import { tellOfPlace } from './promote'
import { getOfferFor } from './queries'
import type { FormValues, Problems } from './read-form'
import { lockHeld, readHeld } from './read-held'
import { changeState } from './rules'
import { saveFacts } from './save-facts'
import { sayFull } from './say-full'
import { type EventOffer, limits } from './schema'
import { settleStay } from './settle-stay'
import { tryCodes } from './try-codes'
import { underLock } from './under-lock'
import { isSameStay, wantAnswers } from './want-answers'

export type ChangeAnswer =
  | { ok: true; value: { changed: string[]; hasRoom?: true } }
  | { ok: false; refusal: Exclude<ChangeRefusal, 'changed_meanwhile'>; problems?: Problems }
  | ChangedMeanwhile

/**
 * The person's own form, sent again: what they keep is not touched, new things are taken or queued for, what is
 * traded is held before the old one is given back, all or nothing. Refused from the freeze date on, and when
 * somebody else changed the same registration since the form was shown (`version`, `seen`): then `changed` names
 * the controls. A room that was only wished for, and is free by now, comes with it and is told. Sending the same twice
 * changes nothing. Wrong codes count for the network address they came from.
 */
export async function changeAnswers(
  key: AttendeeKey,
  posted: FormValues,
  networkAddress: string,
): Promise<ChangeAnswer> {
  const code = posted.accessCode?.[0]?.slice(0, limits.accessCode) ?? null
  if (code && (await tryCodes(await getOfferFor(key), code, networkAddress)) === 'too_many_codes')
    return { ok: false, refusal: 'too_many_codes' }
  return await underLock(key.eventId, (tx, offer) => change(tx, offer, key, posted))
}

async function change(
  tx: Transaction,
  offer: EventOffer,
  { eventId, registrationId }: AttendeeKey,
  posted: FormValues,
): Promise<ChangeAnswer> {
  const now = present()
  const held = await lockHeld(tx, registrationId)
  const state = changeState(offer.event, held, now)
  if (state !== 'open') return { ok: false, refusal: state }
  const before = fillForm(held, offer)
  const stale = changedMeanwhile(posted, held.version, before)
  if (stale) return stale
  const wanted = wantAnswers(offer, held, posted, now)
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
  await applyPlan(tx, offer, held, plan)
  const stay = answers.wishes.find(({ kind }) => kind === 'stay')
  const came = stay && !isResting(held) ? await settleStay(tx, registrationId, stay.mayWait) : []
  await saveFacts(tx, held, offer, answers)
  const after = fillForm(await readHeld(tx, registrationId), offer)
  const changed = differingControls(before, after)
  await noteChanges(tx, offer, held, { changed, before, after })
  if (came.length > 0) await tellOfPlace(tx, { eventId, registrationId, kind: 'promoted', news: came }, offer)
  return { ok: true, value: { changed, ...(came.length > 0 && { hasRoom: true }) } }
}
