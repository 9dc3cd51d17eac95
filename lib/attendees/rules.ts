import { type Language, sayDate } from '../dates'
import type { EventOffer } from '../registrations/schema'
import { type AttendeeFilter, attendeeFilter } from './schema'

/** What each limited thing of an event is called, by its pool; the hall and the remote places have no name. */
export function placeNames(offer: EventOffer, language: Language): Record<string, string> {
  const days = offer.event.pools.days.map(({ id, day }) => [id, sayDate(day!, language)])
  const activities = offer.activities.map(({ poolId, title }) => [poolId, title])
  const dishes = offer.meals.flatMap((meal) =>
    meal.options.map(({ poolId, name }) => [poolId, `${meal.title}: ${name}`]),
  )
  const nights = offer.hotels.flatMap((hotel) =>
    hotel.roomTypes.flatMap((type) =>
      type.nights.map(({ night, poolId }) => [
        poolId,
        `${hotel.name}, ${type.name}, ${sayDate(night, language)}`,
      ]),
    ),
  )
  return Object.fromEntries([...days, ...activities, ...dishes, ...nights])
}

/** A filter as an address says it, read back. */
export function readFilter(query: string): AttendeeFilter {
  const asked = new URLSearchParams(query)
  const values = (name: string) => {
    const all = asked.getAll(name)
    return all.length === 1 ? all[0] : all
  }
  return attendeeFilter.parse(Object.fromEntries([...asked.keys()].map((name) => [name, values(name)])))
}

/** A filter without one of its parts, by the name that its phrase has, from its first page on. */
export function withoutPhrase(filter: AttendeeFilter, name: string): AttendeeFilter {
  const { after: _, before: __, view: ___, answers, ...rest } = filter
  const key = name.startsWith('answer.') ? name.slice('answer.'.length) : null
  const others = Object.entries(answers ?? {}).filter(([one]) => one !== key)
  // How somebody stands says nothing without where.
  const also = name === 'place' && filter.standing ? { standing: undefined } : {}
  return {
    ...rest,
    ...(others.length > 0 && { answers: Object.fromEntries(others) }),
    ...(key === null && { [name]: name === 'q' ? '' : undefined, ...also }),
  }
}
