import 'server-only'
import { db } from '../db/client'
import { findShare } from '../hotels/queries'
import type { AttendeeKey } from '../keys'
import { listClaims } from '../places/queries'
import { getOfferFor } from './queries'
import { readHeld } from './read-held'
import { claimLabels } from './rules'

/** What one registration says and holds, in words and codes of the event's file, for its person's own eyes. */
export async function getMyRegistrationData(key: AttendeeKey) {
  const { registrationId } = key
  const offer = await getOfferFor(key)
  const { claims: _claims, optionIds, stay, ...held } = await readHeld(db(), registrationId)
  const row = await db().registration.findUniqueOrThrow({
    where: { id: registrationId },
    include: {
      consents: { orderBy: { decidedAt: 'asc' } },
      tokens: { orderBy: { createdAt: 'asc' } },
      invitation: { select: { name: true, email: true, createdAt: true, revokedAt: true } },
      mealChoices: { select: { optionId: true, choice: true } },
    },
  })
  const labels = claimLabels(offer, held.language, stay?.nights ?? [])
  const rooms = offer.hotels.flatMap((hotel) => hotel.roomTypes.map((room) => ({ hotel, room })))
  const slept = rooms.find(({ room }) => room.id === stay?.roomTypeId)
  const claims = await listClaims(db(), registrationId)
  const share = await findShare(db(), registrationId)
  const chosen = new Map(row.mealChoices.map(({ optionId, choice }) => [optionId, choice]))
  return {
    event: { slug: offer.event.slug, title: offer.event.title, timezone: offer.event.timezone },
    registration: {
      ...held,
      code: row.code,
      cancelReason: row.cancelReason,
      cancelledAt: row.cancelledAt,
      registeredAt: row.registeredAt,
      verifiedAt: row.verifiedAt,
      unverifiedUntil: row.unverifiedUntil,
      stillComingAt: row.stillComingAt,
      source: row.source,
    },
    meals: offer.meals.flatMap(({ title, options }) =>
      options
        .filter(({ id }) => optionIds.includes(id))
        .map(({ id, name }) => ({ meal: title, option: name, choice: chosen.get(id) ?? null })),
    ),
    stay: stay && {
      hotel: slept?.hotel.name ?? null,
      roomType: slept?.room.name ?? null,
      nights: stay.nights,
      roommate: stay.roommate,
      sharedSince: share?.pairedAt ?? null,
    },
    claims: claims.map((claim) => ({ ...claim, label: labels[claim.subjectId] ?? offer.event.title })),
    consents: row.consents.map(({ kind, textVersion, isGiven, decidedAt, withdrawnAt, language }) => ({
      ...{ kind, textVersion, isGiven, decidedAt, withdrawnAt, language },
    })),
    invitation: row.invitation,
    links: row.tokens.map(({ purpose, email, createdAt, expiresAt, usedAt }) => ({
      ...{ purpose, email, createdAt, expiresAt, usedAt },
    })),
  }
}
