import { type Language, sayDate } from '../dates'
import type { EventOffer } from '../registrations/schema'

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
