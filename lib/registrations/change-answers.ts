import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import type { AttendeeKey } from '../keys'
import { getOfferFor } from './queries'
import type { FormValues } from './read-form'
import { lockHeld } from './read-held'
import { changeState } from './rules'
import { type EventOffer, limits } from './schema'
import { type ChangeAnswer, takeAnswers } from './take-answers'
import { tryCodes } from './try-codes'
import { underLock } from './under-lock'

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
  { registrationId }: AttendeeKey,
  posted: FormValues,
): Promise<ChangeAnswer> {
  const held = await lockHeld(tx, registrationId)
  const state = changeState(offer.event, held, now())
  if (state !== 'open') return { ok: false, refusal: state }
  return await takeAnswers(tx, offer, held, posted)
}
