import { Temporal } from 'temporal-polyfill'
import { localDate } from '../dates'
import type { ChangedLine, HandoutLine, LinkState } from './schema'

/** What became different since a list was handed out: who is new, whose line says something else, who is gone. */
export function compareLines(before: HandoutLine[], now: HandoutLine[]): ChangedLine[] {
  const known = new Map(before.map((line) => [line.registrationId, line]))
  const present = new Set(now.map(({ registrationId }) => registrationId))
  const later = now.flatMap((line): ChangedLine[] => {
    const earlier = known.get(line.registrationId)
    if (!earlier) return [{ ...line, change: 'new' }]
    return saysTheSame(earlier, line) ? [] : [{ ...line, change: 'changed' }]
  })
  const gone = before.filter(({ registrationId }) => !present.has(registrationId))
  return [...later, ...gone.map((line): ChangedLine => ({ ...line, change: 'cancelled' }))]
}

export function linkState(
  link: { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): LinkState {
  if (link.usedAt) return 'used'
  if (link.revokedAt) return 'taken_back'
  return link.expiresAt <= now ? 'expired' : 'open'
}

type Ending = { endsAt: Date; timezone: string }

const daysKept = { access: 7, rooming: 30 }
const mostDays = 90

/** When a list should be gone: so many days after the event, or from today where that is over. */
export const usualEraseDate = (list: keyof typeof daysKept, event: Ending, now: Date): string =>
  later(event, now, daysKept[list])

export const firstEraseDate = ({ timezone }: Ending, now: Date): string =>
  Temporal.PlainDate.from(localDate(now, timezone)).add({ days: 1 }).toString()

export const lastEraseDate = (event: Ending, now: Date): string => later(event, now, mostDays)

function later({ endsAt, timezone }: Ending, now: Date, days: number): string {
  const from = endsAt > now ? endsAt : now
  return Temporal.PlainDate.from(localDate(from, timezone)).add({ days }).toString()
}

// jsonb keeps no order of keys.
const saysTheSame = (one: HandoutLine, other: HandoutLine): boolean => inOrder(one) === inOrder(other)

const inOrder = ({ cells }: HandoutLine): string =>
  JSON.stringify(Object.entries(cells).toSorted(([one], [other]) => (one < other ? -1 : 1)))
