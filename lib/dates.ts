import { Temporal } from 'temporal-polyfill'

/** How dates are said: always with the weekday, in the event's own zone, the zone's short name derived. */
export type Zone = string
export type Language = 'en' | 'de'

const tags: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }
const formats = new Map<string, Intl.DateTimeFormat>()

/** `Tuesday, 16 April 2024` */
export const sayDay = (at: Date, zone: Zone, language: Language): string =>
  format(language, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)

/** `Tue 16 Apr` */
export const sayShortDay = (at: Date, zone: Zone, language: Language): string =>
  format(language, zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at).replace(',', '')

/** `09:30` */
export const sayTime = (at: Date, zone: Zone, language: Language): string =>
  format(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** `CEST` in April, `CET` in November: the zone's short name at that instant. */
export function sayZone(at: Date, zone: Zone): string {
  const short = zonePart(at, zone, 'en-GB')
  return short.startsWith('GMT') || short.startsWith('UTC') ? zonePart(at, zone, 'en-US') : short
}

/** `Tuesday, 16 April 2024, 09:30 CEST` */
export const sayMoment = (at: Date, zone: Zone, language: Language): string =>
  `${sayDay(at, zone, language)}, ${sayTime(at, zone, language)} ${sayZone(at, zone)}`

/** `Tuesday, 16 April 2024, 09:30–19:00 CEST`, or both moments when the days differ. */
export function saySpan(from: Date, to: Date | null, zone: Zone, language: Language): string {
  if (!to) return sayMoment(from, zone, language)
  if (localDate(from, zone) !== localDate(to, zone))
    return `${sayMoment(from, zone, language)} – ${sayMoment(to, zone, language)}`
  const zones = [sayZone(from, zone), sayZone(to, zone)]
  const said = zones[0] === zones[1] ? zones[0] : zones.join('/')
  return `${sayDay(from, zone, language)}, ${sayTime(from, zone, language)}–${sayTime(to, zone, language)} ${said}`
}

/** The zone of what belongs to no event: the one this machine lives in. */
export const machineZone = (): Zone => Intl.DateTimeFormat().resolvedOptions().timeZone

/** A date without a time (`2024-04-15`), said with its weekday: `Mon 15 Apr`. */
export const sayDate = (date: string, language: Language): string =>
  sayShortDay(new Date(`${date}T12:00:00Z`), 'UTC', language)

/** The calendar date of an instant in a zone: `2024-04-16`. */
export const localDate = (at: Date, zone: Zone): string =>
  // Sweden writes dates as ISO 8601 does.
  formatIn('sv-SE', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/** ISO 8601 with the zone's offset: `2024-04-16T09:30:00+02:00`. */
export const isoInZone = (at: Date, zone: Zone): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })

/**
 * The instant of a time on a zone's clocks (`2026-10-25T02:30`): of a time that comes twice the first, null for one that
 * the clocks leap over, and for what is no time.
 */
export function instantAt(local: string, zone: Zone): Date | null {
  try {
    const plain = Temporal.PlainDateTime.from(local, { overflow: 'reject' })
    const zoned = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
    return zoned.toPlainDateTime().equals(plain) ? new Date(zoned.epochMilliseconds) : null
  } catch {
    return null
  }
}

/** Every date from the first instant's to the last's, in the zone. */
export function datesBetween(from: Date, to: Date, zone: Zone): string[] {
  const last = localDate(to, zone)
  const dates = [localDate(from, zone)]
  while (dates.at(-1)! < last && dates.length < 400) {
    dates.push(Temporal.PlainDate.from(dates.at(-1)!).add({ days: 1 }).toString())
  }
  return dates
}

/** A `date` column as it came from the database, as `2024-04-15`. */
export const dateOf = (column: Date): string => column.toISOString().slice(0, 10)

function zonePart(at: Date, zone: Zone, tag: string): string {
  const parts = formatIn(tag, zone, { timeZoneName: 'short' }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

function format(language: Language, zone: Zone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formatIn(tags[language], zone, options)
}

function formatIn(tag: string, zone: Zone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${tag} ${zone} ${Object.keys(options).join()}${options.weekday ?? ''}`
  let made = formats.get(id)
  if (!made) {
    // Making one takes longer than a hundred uses.
    made = new Intl.DateTimeFormat(tag, { timeZone: zone, ...options })
    formats.set(id, made)
  }
  return made
}
