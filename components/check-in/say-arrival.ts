import { now } from '@/lib/clock'
import { type Language, localDate, sayShortDay, sayTime } from '@/lib/dates'

/** `09:12`, and the day before it where that was not today. */
export function sayArrival(at: Date, zone: string, language: Language): string {
  const time = sayTime(at, zone, language)
  return localDate(at, zone) === localDate(now(), zone) ? time : `${sayShortDay(at, zone, language)}, ${time}`
}
