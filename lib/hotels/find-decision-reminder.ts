import { Temporal } from 'temporal-polyfill'
import { localDate } from '../dates'
import { decideBy } from './rules'
import type { HotelView } from './schema'

/** Days before the release date, the latest first: who is late is reminded once, not twice. */
const daysBefore = [2, 7] as const
const hour = 9

/**
 * The reminder to decide about a room that may go out now: at nine in the morning in the event's zone, a week and two
 * days before the first release date. Null before the first, and when no hotel waits for an answer any more.
 */
export function findDecisionReminder(
  hotels: HotelView[],
  timezone: string,
  now: Date,
): { releaseOn: string; daysBefore: number; at: Date } | null {
  const releaseOn = decideBy(hotels, localDate(now, timezone))
  if (!releaseOn) return null
  const moments = daysBefore.map((days) => {
    const morning = Temporal.PlainDate.from(releaseOn).subtract({ days }).toPlainDateTime({ hour })
    return { releaseOn, daysBefore: days, at: new Date(morning.toZonedDateTime(timezone).epochMilliseconds) }
  })
  return moments.find(({ at }) => at <= now) ?? null
}
