import { listPublicActivities } from '@/lib/activities/queries'
import { requireCheckIn } from '@/lib/auth/require-check-in'
import { findOrganizerKey } from '@/lib/auth/require-organizer'
import { countArrivals, listPoints } from '@/lib/check-in/queries'
import { countMeals } from '@/lib/dashboards/count-meals'
import { findLastEdition } from '@/lib/dashboards/find-last-edition'
import {
  countByDay,
  countDays,
  countGuests,
  countHours,
  countPeople,
  countPlaces,
} from '@/lib/dashboards/queries'
import type { EventView } from '@/lib/events/schema'
import { listPublicHotels } from '@/lib/hotels/queries'
import type { OrganizerKey } from '@/lib/keys'
import { countMails } from '@/lib/mail/queries'
import { listPublicMeals } from '@/lib/meals/queries'

/** Everything the overview of one event shows, asked for at once. */
export async function readFigures(key: OrganizerKey, event: EventView) {
  const [people, days, made, places, guests, portions, hours, mails, door, last] = await Promise.all([
    countPeople(key),
    countDays(key),
    countByDay(key, event.timezone),
    countPlaces(key),
    countGuests(key),
    countMeals(key),
    countHours(key, event.timezone),
    countMails(key),
    countDoor(key.eventId),
    readLastEdition(event),
  ])
  const [activities, meals, hotels] = await Promise.all([
    listPublicActivities(event),
    listPublicMeals(event),
    listPublicHotels(event),
  ])
  return {
    ...{ people, days, made, places, guests, portions, hours, mails, door, last, activities },
    meals: meals.filter(({ options }) => options.length > 0),
    hotels: hotels.filter(({ roomTypes }) => roomTypes.some(({ nights }) => nights.length > 0)),
  }
}

async function countDoor(eventId: string) {
  const key = await requireCheckIn(eventId)
  const arrival = (await listPoints(key)).find(({ isArrival }) => isArrival)
  return arrival ? await countArrivals(key, arrival.key) : { arrived: 0, expected: 0 }
}

/** Only whoever may plan that event too sees what came in there. */
async function readLastEdition(event: EventView) {
  const last = await findLastEdition(event)
  const key = last && (await findOrganizerKey(last.id))
  return key ? { ...last, days: await countByDay(key, last.timezone) } : null
}
