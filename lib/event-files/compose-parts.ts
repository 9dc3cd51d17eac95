import 'server-only'
import { dateOf } from '../dates'
import type { WholeEvent } from '../events/queries'
import type { QuestionView } from '../questions/schema'
import { timeTextOf } from './rules'
import type { Diet, FileActivity, FileHotel, FileMeal, FileQuestion } from './schema'

/** What belongs to a stored event, in the words of a file. */
export function composeActivities(event: WholeEvent): FileActivity[] {
  const { time, maybe } = clockOf(event)
  return event.activities.map((activity) => ({
    title: activity.title,
    key: activity.key,
    starts: time(activity.startsAt),
    ends: maybe(activity.endsAt),
    place: activity.place ?? undefined,
    text: activity.text ?? undefined,
    url: activity.url ?? undefined,
    capacity: event.sizes.get(activity.poolId) ?? undefined,
    closes: maybe(activity.closesAt),
    alone: activity.alone,
    presence: activity.presence,
    access_code: activity.accessCode ?? undefined,
  }))
}

export function composeMeals(event: WholeEvent): FileMeal[] {
  const { maybe } = clockOf(event)
  return event.meals.map((meal) => ({
    title: meal.title,
    key: meal.key,
    starts: maybe(meal.startsAt),
    ends: maybe(meal.endsAt),
    options: meal.options.map(({ name, key, diet, poolId, choices }) => ({
      name,
      key,
      diet: diet as Diet[],
      capacity: event.sizes.get(poolId) ?? undefined,
      choices,
    })),
  }))
}

export const composeHotels = (event: WholeEvent): FileHotel[] => event.hotels.map(hotelOf)

export const composeQuestions = (questions: QuestionView[]): FileQuestion[] =>
  questions.map(({ key, labels, type, options, showWhen, ...question }) => ({
    key,
    label: { en: labels.en, de: labels.de },
    type,
    options: options.length > 0 ? options : undefined,
    required: question.isRequired,
    when: Object.keys(showWhen).length > 0 ? showWhen : undefined,
    presence: question.presence,
    at_check_in: question.isAtCheckIn,
    access_code: question.accessCode ?? undefined,
  }))

const hotelOf = (hotel: WholeEvent['hotels'][number]): FileHotel => ({
  name: hotel.name,
  key: hotel.key,
  url: hotel.url ?? undefined,
  contingent:
    hotel.mode === 'none'
      ? 'none'
      : {
          mode: hotel.mode,
          keyword: hotel.keyword ?? undefined,
          link: hotel.link ?? undefined,
          release: hotel.releaseOn ? dateOf(hotel.releaseOn) : undefined,
        },
  room_types: hotel.roomTypes.map(({ name, key, beds, nights }) => ({
    name,
    key,
    beds: beds === 2 ? 2 : 1,
    nights: Object.fromEntries(nights.map(({ night, rooms }) => [dateOf(night), rooms])),
  })),
})

const clockOf = ({ timezone }: WholeEvent) => ({
  time: (at: Date) => timeTextOf(at, timezone),
  maybe: (at: Date | null) => (at ? timeTextOf(at, timezone) : undefined),
})
