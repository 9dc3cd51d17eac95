import { standing, waitingFor } from './line-model'
import type { Play } from './registering-acts'

type Words = ReturnType<typeof wordsOf>

/** Sentences, so that what differs can be read. */
export function linesOf({ pools, people }: Words): string[] {
  const places = Object.entries(pools).map(
    ([name, { size, taken, ceiling, waiting }]) =>
      `${name}: ${taken} of ${size}, at most ${ceiling}, ${waiting} waiting`,
  )
  const persons = people.flatMap(({ id, status, reason, unverifiedUntil, presence, days, note, ...has }) => [
    `${id} is ${status} ${reason} until ${unverifiedUntil}: ${presence} on ${days}, ${note}`,
    `${id} has ${has.claims} of ${has.pools}`,
    ...has.told.map((letter) => `${id} was told ${letter}`),
  ])
  return [...places.sort(), ...persons]
}

/** What the model says, in the shape of `lookAt`. */
export function wordsOf({ stage, world, ids }: Play) {
  const pools = Object.entries(world.pools).map(([name, { size, taken }]) => {
    const ceiling = size === null ? null : Math.max(size, taken)
    return [name, { size, taken, ceiling, waiting: waitingFor(world, name) }] as const
  })
  const people = world.people.map((person) => ({
    id: ids.get(person)!,
    status: person.status as string,
    reason: person.reason,
    unverifiedUntil: person.status === 'unverified' ? person.unverifiedUntil : null,
    presence: person.presence,
    days: person.days.map((day) => stage.days[Number(day.slice(4)) - 1]!),
    note: person.note || null,
    claims: standing(world, person),
    pools: person.claims.flatMap((claim) => claim.pools).toSorted(),
    told: person.told,
  }))
  return { pools: Object.fromEntries(pools), people }
}
