import 'server-only'
import { Temporal } from 'temporal-polyfill'
import { daysBetween, instantOf, timeTextOf } from './rules'
import type { WrittenEventFile } from './schema'

/** The keys that hold times and dates, wherever they stand; nothing else in a file moves. */
const timeKeys = new Set(['starts', 'ends', 'opens', 'closes', 'freeze', 'release', 'nights'])

/** Moves every date of the file by the same number of days, so that the event starts on `date`. Local times stay. */
export function shiftDates(file: WrittenEventFile, date: string): WrittenEventFile {
  const days = daysBetween(wallTimeOf(file.starts, file.timezone).slice(0, 10), date)
  const { questions, ...rest } = file
  const moved = moveIn(rest, (text) => moveText(text, days, file.timezone)) as Omit<
    WrittenEventFile,
    'questions'
  >
  return { ...moved, questions }
}

function moveIn(value: unknown, move: (text: string) => string, isTime = false): unknown {
  if (typeof value === 'string') return isTime ? move(value) : value
  if (Array.isArray(value)) return value.map((entry) => moveIn(entry, move, isTime))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, entry]) =>
    isTime ? [move(key), entry] : [key, moveIn(entry, move, timeKeys.has(key))],
  )
  return Object.fromEntries(entries)
}

function moveText(text: string, days: number, timezone: string): string {
  if (text.length === 10) return Temporal.PlainDate.from(text).add({ days }).toString()
  const [date = '', clock = ''] = wallTimeOf(text, timezone).split('T')
  return `${Temporal.PlainDate.from(date).add({ days }).toString()}T${clock}`
}

/** What the clock on the wall shows: an offset says nothing about the season the event moves to. */
function wallTimeOf(text: string, timezone: string): string {
  if (!/(?:Z|[+-]\d\d:\d\d)$/.test(text)) return text
  const instant = instantOf(text, timezone)
  return instant.ok ? timeTextOf(instant.value, timezone).replace(/[+-]\d\d:\d\d$/, '') : text.slice(0, 16)
}
