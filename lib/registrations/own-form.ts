import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { isId } from '../ids'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { fillForm } from './fill-form'
import { sealForm } from './form-seal'
import { openOffer, passedOnOffer } from './open-offer'
import { openToOrganizers } from './open-to-organizers'
import { getOfferFor } from './queries'
import { readHeld } from './read-held'
import { changeState, frozenFrom } from './rules'
import type { EventOffer } from './schema'

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

/**
 * The same for an organizer, to whom everything is open but allergies: those are read on their own, and history knows
 * who did. Null for whoever is cancelled, only counted any more, or of another event.
 */
export async function findFormOf(key: OrganizerKey, registrationId: string) {
  const live = { status: { not: 'cancelled' as const }, anonymizedAt: null }
  const where = { id: registrationId, eventId: key.eventId, ...live }
  if (!isId(registrationId) || (await db().registration.count({ where })) === 0) return null
  const whole = await getOfferFor(key)
  const held = await readHeld(db(), registrationId)
  const offer = openToOrganizers(whole)
  const values = fillForm(held, offer)
  const { allergies: _, allergiesConsent: __, ...shown } = values
  const open = openOffer(offer, held)
  return {
    offer: { ...open, event: { ...open.event, allergiesHint: null } },
    held,
    values: shown,
    seen: sealForm(shown),
    state: changeState(whole.event, held, now()),
    frozenAt: frozenFrom(whole.event, held.presence),
  }
}

/** The event's form for the one who takes over the place of somebody. */
export const openToSuccessor = async (offer: EventOffer, registrationId: string): Promise<EventOffer> =>
  passedOnOffer(offer, await readHeld(db(), registrationId))
