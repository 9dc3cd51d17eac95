import { Temporal } from 'temporal-polyfill'
import { type ClaimRef, claimKinds, type PoolView, type WaitingClaim } from './schema'

/** Places left, null when unlimited; never negative, though more may be taken than a lowered size allows. */
export const placesLeft = (pool: Pick<PoolView, 'size' | 'taken'>): number | null =>
  pool.size === null ? null : Math.max(0, pool.size - pool.taken)

/** Whether one more may be taken: ordinary admission needs `taken < size`. */
export const hasPlace = (pool: Pick<PoolView, 'size' | 'taken'>): boolean => placesLeft(pool) !== 0

/** Who is served first: the earliest in line whose whole set fits; later ones may pass those who do not fit. */
export function firstThatFits(line: WaitingClaim[], pools: Map<string, PoolView>): WaitingClaim | undefined {
  return line
    .toSorted((a, b) => compare(a.queuedAt, b.queuedAt) || compare(a.id, b.id))
    .find((claim) => claim.pools.every((id) => pools.has(id) && hasPlace(pools.get(id)!)))
}

/** One claim of somebody as a form's control carries it. */
export const claimValue = ({ kind, subjectId }: ClaimRef): string => `${kind} ${subjectId}`

/** What `claimValue` said; null for anything else. The id is still to be looked at. */
export function readClaim(value: string): ClaimRef | null {
  const [word, subjectId = ''] = value.split(' ')
  const kind = claimKinds.find((one) => one === word)
  return kind ? { kind, subjectId } : null
}

const quietFrom = 22
const quietUntil = 8

/**
 * When an offer of so many hours ends: nobody has to answer at night, so hours from 22 to 8 in the event's zone do
 * not count. Changes of the clock fall into the night and change nothing.
 */
export function offerEndsAt(from: Date, hours: number, zone: string): Date {
  let at = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone)
  let left = Temporal.Duration.from({ hours })
  for (;;) {
    if (at.hour >= quietFrom || at.hour < quietUntil) {
      const day = at.hour >= quietFrom ? at.add({ days: 1 }) : at
      at = day.withPlainTime({ hour: quietUntil })
    }
    const untilNight = at.until(at.withPlainTime({ hour: quietFrom }))
    if (Temporal.Duration.compare(left, untilNight) <= 0) return new Date(at.add(left).epochMilliseconds)
    left = left.subtract(untilNight)
    at = at.withPlainTime({ hour: quietFrom })
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
