import type { Course, Edition, ReleaseStanding, Stretch } from './schema'

const dayLength = 86_400_000
const mostStretches = 60
const daysDrawnSingly = 62
const alarmDays = 14

/**
 * How registrations came in beside those of the last edition, as many days before the event. What is older than the
 * chart is wide counts in the totals of its first stretch.
 */
export function courseOf(ours: Edition, theirs: Edition | null, today: string): Course {
  const own = byDistance(ours)
  const other = theirs ? byDistance(theirs) : new Map<number, number>()
  const earliest = Math.max(0, ...own.keys(), ...other.keys())
  const last = Math.min(0, ...own.keys())
  const step = earliest - last < daysDrawnSingly ? 1 : 7
  const count = Math.min(mostStretches, Math.ceil((earliest - last + 1) / step))
  const now = distance(ours.startsOn, today)
  let [total, theirTotal] = [0, 0]
  const stretches = Array.from({ length: count }, (_, at): Stretch => {
    const before = last + (count - 1 - at) * step
    const upTo = at === 0 ? Math.max(earliest, before + step - 1) : before + step - 1
    const [people, others] = [sumWithin(own, before, upTo), sumWithin(other, before, upTo)]
    const isToCome = upTo < now
    total += people
    theirTotal += others
    return {
      from: dateAt(ours.startsOn, upTo),
      to: dateAt(ours.startsOn, before),
      before,
      people: isToCome ? null : people,
      total: isToCome ? null : total,
      theirs: others,
      theirTotal,
    }
  })
  return { step, stretches }
}

/** What the last edition had as many days before it as today is before ours, and which date that was. */
export function atThisPoint(ours: Edition, theirs: Edition, today: string): { people: number; day: string } {
  const now = distance(ours.startsOn, today)
  return {
    people: sumWithin(byDistance(theirs), now, Number.POSITIVE_INFINITY),
    day: dateAt(theirs.startsOn, now),
  }
}

/** Registrations of the last seven days, today among them, and the first of those days. */
export function lastWeek({ days }: Edition, today: string): { people: number; from: string } {
  const from = dateAt(today, 6)
  return { people: sum(days.filter(({ day }) => day >= from && day <= today)), from }
}

/** Two weeks before the hotel takes its rooms back it becomes urgent; on the day itself they are still there. */
export function releaseStanding(releaseOn: string, today: string): ReleaseStanding {
  const days = distance(releaseOn, today)
  if (days < 0) return { state: 'past', days: -days }
  return { state: days === 0 ? 'today' : days <= alarmDays ? 'soon' : 'ahead', days }
}

/** Days from a date to a later one. */
const distance = (later: string, date: string): number => (Date.parse(later) - Date.parse(date)) / dayLength

const dateAt = (startsOn: string, before: number): string =>
  new Date(Date.parse(startsOn) - before * dayLength).toISOString().slice(0, 10)

const byDistance = ({ startsOn, days }: Edition): Map<number, number> =>
  new Map(days.map(({ day, people }) => [distance(startsOn, day), people]))

function sumWithin(counts: Map<number, number>, least: number, most: number): number {
  let people = 0
  for (const [before, count] of counts) if (before >= least && before <= most) people += count
  return people
}

const sum = (days: { people: number }[]): number => days.reduce((all, { people }) => all + people, 0)
