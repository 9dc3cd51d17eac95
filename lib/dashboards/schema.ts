import { z } from 'zod'
import type { presenceWords, statuses } from '../attendees/schema'
import { diets } from '../meals/schema'
import { searchWords } from '../search-words'

type Presence = (typeof presenceWords)[number]

export type PeopleFigures = {
  status: Record<(typeof statuses)[number], number>
  confirmed: Record<Presence, number>
  /** Of the confirmed who come: what they want of cameras. */
  photo: { fine: number; no_camera: number; not_asked: number }
  /** Who was offered a place or a room and has not answered. */
  offered: number
  /** Who said that they still come, who has not, and how many were ever asked. */
  stillComing: number
  silent: number
  askedStillComing: number
}

/** Confirmed people by the day they named (`2024-04-15`) and how they take part. */
export type DayFigures = { day: string; presence: Presence; people: number }[]

/** What a place that can run out knows beside its size, by its pool; `booked` rooms are those the hotel knows of. */
export type PlaceFigures = Record<
  string,
  { ceiling: number | null; waiting: number; wished: number; booked: number }
>

/** People of one hotel by what became of their wish, by the hotel's key. */
export type HotelFigures = Record<string, { held: number; confirmed: number }>

/** Registrations made on a date of the event's zone, in whatever state they are now. */
export type DayCount = { day: string; people: number }

/** An edition of a series as its course is drawn: when it starts, in its own zone, and what came in. */
export type Edition = { startsOn: string; days: DayCount[] }
export type LastEdition = { id: string; slug: string; title: string; timezone: string; startsOn: string }

/**
 * A day or a week of a course, `before` days before the event at its end. `people` and `total` are null for what is
 * still to come.
 */
export type Stretch = {
  from: string
  to: string
  before: number
  people: number | null
  total: number | null
  theirs: number
  theirTotal: number
}
export type Course = { step: 1 | 7; stretches: Stretch[] }

/** First arrivals within one hour, `2024-04-15T09` in the event's zone. */
export type HourCount = { hour: string; people: number }

/** The diets somebody can tell, and that somebody told none. */
export const dietColumns = [...diets, 'unsaid'] as const
type Diets = Partial<Record<(typeof dietColumns)[number], number>>

/**
 * How many of one dish go to confirmed people and, on top of those, to the team, and to whom who told which diet; a
 * person with two is counted in each. The kitchen makes `people + team`.
 */
export type MealFigure = {
  mealId: string
  optionId: string
  people: number
  diets: Diets
  team: number
  teamDiets: Diets
}

/** How near the day is on which a hotel takes its rooms back; `days` from or since it. */
export type ReleaseStanding = { state: 'ahead' | 'soon' | 'today' | 'past'; days: number }

/** What the list of all events is narrowed to; anything else in the address is ignored. */
export const houseEventFilter = z.object({
  q: searchWords,
  status: z.enum(['draft', 'published', 'cancelled']).optional().catch(undefined),
  /** The last event of the page before. */
  after: z.uuid().optional().catch(undefined),
})
export type HouseEventFilter = z.output<typeof houseEventFilter>

/** One event as admins see it; `people` are all whose registration lives. */
export type HouseEventRow = {
  id: string
  slug: string
  title: string
  status: 'draft' | 'published' | 'cancelled'
  startsAt: Date
  endsAt: Date
  timezone: string
  people: number
  owners: { id: string; name: string }[]
}
export type HouseEventPage = { rows: HouseEventRow[]; count: number; next: string | null }

export const houseEventsPerPage = 50
