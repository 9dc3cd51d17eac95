import type { Inside } from '@/lib/check-in/rules'
import type { ArrivalCard, ArrivalPerson } from '@/lib/check-in/schema'
import type { DoorState, Shown } from './door-state'

/** The big answer, made of what this device knows now. */
export function cardOf(shown: Shown, state: DoorState): ArrivalCard {
  const { registrationId, point, verdict, factId, at, told } = shown
  const { outcome, reason, firstAt, firstDevice, isForced } = verdict
  const inside = registrationId ? state.picture.inside(point).get(registrationId) : undefined
  const isHere = outcome === 'already_arrived'
  return {
    factId,
    outcome,
    reason: reason ?? null,
    at: new Date(isHere ? (firstAt ?? inside?.at ?? at) : at),
    firstDevice: isHere ? (inside?.device ?? firstDevice ?? null) : null,
    isForced: isForced === true || (isHere && inside?.isForced === true),
    pointKey: point,
    person: registrationId ? personOf(registrationId, inside, state) : told && stranger(told),
  }
}

function personOf(
  registrationId: string,
  inside: Inside | undefined,
  { picture }: DoorState,
): ArrivalPerson | null {
  const person = picture.get(registrationId)
  if (!person) return null
  const { activities, meals, questions } = picture.snapshot
  const facts = picture.factsOf(registrationId)
  return {
    registrationId,
    name: person.n,
    organization: person.o ?? null,
    legalName: person.l ?? null,
    isIdSeen: facts.some(({ v }) => v),
    isStickerGiven: facts.some(({ g }) => g),
    photo: person.p ?? 'fine',
    activities: namesAt(person.a, activities),
    meals: namesAt(person.m, meals),
    badge: person.b,
    answers: (person.q ?? []).flatMap(([at, value]) => {
      const question = questions[at]
      return question ? [{ question, value }] : []
    }),
    cancelledAt: null,
    arrivalId: inside?.factId ?? null,
    isOut: inside?.isOut ?? false,
  }
}

/** Who was heard of after titles changed names places of a list that is still on its way here. */
const namesAt = (places: number[] = [], names: string[]): string[] => places.flatMap((at) => names[at] ?? [])

/** Somebody who registered after this device last heard of anybody; it learns of them in a moment. */
const stranger = ({
  name,
  organization,
  noCamera,
  badge,
  activities,
}: NonNullable<Shown['told']>): ArrivalPerson => ({
  registrationId: '',
  name,
  organization: organization ?? null,
  legalName: null,
  isIdSeen: false,
  isStickerGiven: false,
  photo: noCamera ? 'no_camera' : 'fine',
  activities,
  badge,
  answers: [],
  cancelledAt: null,
  arrivalId: null,
  isOut: false,
})
