import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { AttendeeKey } from '../keys'
import { fillForm } from './fill-form'
import { sealForm } from './form-seal'
import { openOffer } from './open-offer'
import { getOfferFor } from './queries'
import { readHeld } from './read-held'
import { changeState, frozenFrom } from './rules'

/** Somebody's own form as it stands: what they said, what is open to them, and what has to travel along. */
export async function getOwnForm(key: AttendeeKey) {
  const offer = await getOfferFor(key)
  const held = await readHeld(db(), key.registrationId)
  const values = fillForm(held, offer)
  return {
    offer: openOffer(offer, held),
    held,
    values,
    seen: sealForm(values),
    state: changeState(offer.event, held, now()),
    frozenAt: frozenFrom(offer.event, held.presence),
  }
}

/** What somebody holds who passes their place on, for the form of the one who takes it. */
export const readHeldOf = (registrationId: string) => readHeld(db(), registrationId)
