import type { ClaimRef } from '../places/schema'
import type { Problems } from './read-form'
import type { EventOffer, Presence } from './schema'

/** Which control each thing that ran out was asked by. */
export function sayFull(
  full: ClaimRef[],
  presence: { before: Presence; wanted: Presence },
  offer: EventOffer,
): Problems {
  const controls = full.map(({ kind, subjectId }): [string, Problems[string]] => {
    if (kind === 'event')
      return presence.before === presence.wanted ? ['days', 'day_full'] : ['presence', 'presence_full']
    if (kind === 'activity') return ['activities', 'activity_full']
    if (kind === 'stay') return ['nights', 'night_full']
    const meal = offer.meals.find(({ options }) => options.some(({ id }) => id === subjectId))
    return [`meal.${meal?.key}`, 'option_full']
  })
  return Object.fromEntries(controls)
}
