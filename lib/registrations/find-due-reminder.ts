import { Temporal } from 'temporal-polyfill'
import type { Reminder } from '../events/schema'

export type DueReminder = Reminder & { at: Date }

const hour = 3_600_000
const isLateAfter = 1 * hour
const isNearWithin = 6 * hour

/**
 * When a reminder is due. Whole days are days of the calendar: a week before 09:30 is 09:30, also when the clocks
 * changed between; anything else is that many hours.
 */
export function reminderMoment({ hoursBefore }: Reminder, startsAt: Date, timezone: string): Date {
  if (hoursBefore % 24 !== 0) return new Date(startsAt.getTime() - hoursBefore * hour)
  const start = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(timezone)
  return new Date(start.subtract({ days: hoursBefore / 24 }).epochMilliseconds)
}

/**
 * The one reminder that may go out now: the latest whose moment has come. Those before it were sent or are too late;
 * one that is late itself is left out when the next is near, so that nobody is reminded twice in a row. Null before
 * the first, and from the start of the event on.
 */
export function findDueReminder(
  event: { reminders: Reminder[]; startsAt: Date; timezone: string },
  now: Date,
): DueReminder | null {
  if (now >= event.startsAt) return null
  const moments = event.reminders
    .map((reminder) => ({ ...reminder, at: reminderMoment(reminder, event.startsAt, event.timezone) }))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
  const due = moments.findLast(({ at }) => at <= now)
  const next = moments.find(({ at }) => at > now)
  if (!due) return null
  const isLate = now.getTime() - due.at.getTime() > isLateAfter
  const isNextNear = next !== undefined && next.at.getTime() - now.getTime() < isNearWithin
  return isLate && isNextNear ? null : due
}
