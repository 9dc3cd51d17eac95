import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { ClaimKind, ClaimState } from '@/lib/db/generated/enums'
import { newCode, newId } from '@/lib/ids'
import { derivedToken, hashToken } from '@/lib/tokens'
import type { MadeEvent } from './events'

type RegistrationOverrides = Partial<Prisma.RegistrationUncheckedCreateInput> & {
  activities?: { id: string; state?: ClaimState }[]
  mealChoices?: { mealId: string; optionId: string; choice?: string }[]
  stay?: { roomTypeId: string; nights: string[]; roommate?: string; state?: ClaimState }
  allergies?: string
}

export type MadeRegistration = Awaited<ReturnType<typeof makeRegistration>>

/** One person of an event, with the places they hold or wait for taken from its pools. */
export async function makeRegistration(event: MadeEvent, overrides: RegistrationOverrides = {}) {
  const { activities = [], mealChoices = [], stay, allergies, ...given } = overrides
  const id = given.id ?? newId()
  const email = given.email ?? `person-${id}@example.org`
  const token = derivedToken('manage', id, 1)
  const registration = await db().registration.create({
    data: {
      id,
      eventId: event.id,
      code: newCode(),
      status: 'confirmed',
      name: 'Ada Example',
      email,
      emailNormalized: email.toLowerCase(),
      presence: 'on_site',
      days: [],
      diet: [],
      photo: 'fine',
      language: 'en',
      manageTokenHash: hashToken(token),
      registeredAt: new Date(),
      ...given,
      ...(given.status === 'unverified' && { unverifiedUntil: new Date(Date.now() + 86_400_000) }),
      ...(given.status === 'cancelled' && { cancelReason: given.cancelReason ?? 'person' }),
    },
  })
  const claim = claimer(event.id, id, registration.registeredAt)
  const isIn = registration.status === 'confirmed' || registration.status === 'unverified'
  if (isIn || registration.status === 'waitlisted') {
    const pool = registration.presence === 'remote' ? event.remote : event.onSite
    if (registration.presence !== 'activity_only')
      await claim('event', event.id, isIn ? 'held' : 'waiting', [pool.id])
  }
  const fallback = isIn ? 'held' : 'wished'
  for (const { id: subject, state = fallback } of activities) {
    await claim('activity', subject, state, [event.activities.find((one) => one.id === subject)!.poolId])
  }
  for (const choice of mealChoices) {
    await db().mealChoice.create({ data: { registrationId: id, eventId: event.id, ...choice } })
    const options = event.meals.flatMap((meal) => meal.options)
    await claim('option', choice.optionId, fallback, [
      options.find((one) => one.id === choice.optionId)!.poolId,
    ])
  }
  if (stay) {
    const { state = fallback, nights, ...rest } = stay
    await db().stay.create({
      data: {
        registrationId: id,
        eventId: event.id,
        nights: nights.map((night) => new Date(night)),
        ...rest,
      },
    })
    const types = event.hotels.flatMap((hotel) => hotel.roomTypes)
    const rooms = types.find((type) => type.id === stay.roomTypeId)!.nights
    const wanted = rooms.filter(({ night }) => nights.includes(night.toISOString().slice(0, 10)))
    await claim(
      'stay',
      stay.roomTypeId,
      state,
      wanted.map((room) => room.poolId),
    )
  }
  if (allergies) {
    await db().allergyNote.create({ data: { registrationId: id, eventId: event.id, text: allergies } })
  }
  return { ...registration, manageToken: token }
}

function claimer(eventId: string, registrationId: string, queuedAt: Date) {
  return async (kind: ClaimKind, subjectId: string, state: ClaimState, pools: string[]) => {
    const claimId = newId()
    await db().claim.create({
      data: { id: claimId, eventId, registrationId, kind, subjectId, state, queuedAt },
    })
    await db().claimPlace.createMany({ data: pools.map((poolId) => ({ claimId, poolId, eventId })) })
    if (state === 'held')
      await db().pool.updateMany({ where: { id: { in: pools } }, data: { taken: { increment: 1 } } })
  }
}
