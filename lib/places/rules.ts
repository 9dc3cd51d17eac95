import type { PoolView, WaitingClaim } from './schema'

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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
