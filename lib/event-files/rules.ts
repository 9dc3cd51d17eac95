import { Temporal } from 'temporal-polyfill'
import { datesBetween, type Language, sayDate, sayMoment } from '@/lib/dates'
import type { Result } from '@/lib/result'
import { ok, refused } from '@/lib/result'
import type { EventFile } from './schema'

/** An IANA name. Abbreviations ("CET") are refused: they stay an hour off for half of the year. */
export function isTimezone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z_]+\/[A-Za-z0-9_+/-]+$/.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** "Führung & Grüße" → "fuehrung-gruesse"; empty when nothing of the text can be spelled that way. */
export function keyOf(title: string): string {
  const german: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => german[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
}

/**
 * The instant a written time means. Without offset it is local in the zone: when clocks go back, the first of
 * the two; when they go forward, the hour that is skipped does not exist.
 */
export function instantOf(text: string, timezone: string): Result<Date, 'no_such_date' | 'no_such_time'> {
  try {
    if (/(?:Z|[+-]\d\d:\d\d)$/.test(text)) return ok(new Date(Temporal.Instant.from(text).epochMilliseconds))
    const wall = Temporal.PlainDateTime.from(text, { overflow: 'reject' })
    const zoned = wall.toZonedDateTime(timezone, { disambiguation: 'earlier' })
    if (!zoned.toPlainDateTime().equals(wall)) return refused('no_such_time')
    return ok(new Date(zoned.epochMilliseconds))
  } catch {
    return refused('no_such_date')
  }
}

/** The shortest text that means this instant in the zone; the second 02:30 of an autumn night keeps its offset. */
export function timeTextOf(instant: Date, timezone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone)
  const smallestUnit = zoned.second === 0 ? 'minute' : 'second'
  const wall = zoned.toPlainDateTime().toString({ smallestUnit })
  const meant = instantOf(wall, timezone)
  return meant.ok && meant.value.getTime() === instant.getTime() ? wall : `${wall}${zoned.offset.slice(0, 6)}`
}

/** Days from one calendar date to another, negative backwards. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days

export const isDate = (text: string): boolean => {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) && Boolean(Temporal.PlainDate.from(text, { overflow: 'reject' }))
  } catch {
    return false
  }
}

export type PastDate = {
  word: 'ended' | 'started' | 'closed' | 'activity' | 'release'
  at: string
  title: string
}

/** Dates that lie in the past: worth saying (`eventFile.past` in the messages), never a reason to refuse. */
export function pastDates(file: EventFile, now: Date): PastDate[] {
  const today = timeTextOf(now, file.timezone).slice(0, 10)
  const isPast = (text: string | undefined) => {
    const instant = text === undefined ? undefined : instantOf(text, file.timezone)
    return instant?.ok === true && instant.value < now
  }
  const past: PastDate[] = []
  const note = (word: PastDate['word'], at: string, title = '') => past.push({ word, at, title })
  if (isPast(file.ends)) note('ended', file.ends)
  else if (isPast(file.starts)) note('started', file.starts)
  if (isPast(file.registration.closes)) note('closed', file.registration.closes!)
  for (const { title, starts } of file.activities) if (isPast(starts)) note('activity', starts, title)
  for (const { name, contingent } of file.hotels)
    if (contingent !== 'none' && contingent.release && contingent.release < today)
      note('release', contingent.release, name)
  return past
}

/** A written time or date as people say it, with its weekday; any other text as it is. */
export function sayWritten(text: string, timezone: string, language: Language): string {
  if (isDate(text)) return sayDate(text, language)
  const instant = instantOf(text, timezone)
  return instant.ok ? sayMoment(instant.value, timezone, language) : text
}

/** The calendar days of the event in its own zone. */
export function daysOf(file: Pick<EventFile, 'starts' | 'ends' | 'timezone'>): string[] {
  const [from, to] = [instantOf(file.starts, file.timezone), instantOf(file.ends, file.timezone)]
  return from.ok && to.ok ? datesBetween(from.value, to.value, file.timezone) : []
}
