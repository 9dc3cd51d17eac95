import 'server-only'
import { dateOf } from '../dates'
import type { Transaction } from '../db/client'
import { createPools, type PlannedPool } from '../places/create-pools'
import { removePools } from '../places/remove-pools'
import { resizePool } from '../places/resize-pool'

/** Sizes are numbers of people, null for no limit; `perDay` undefined: days are not counted. */
export type Capacity = {
  onSite: number | null
  remote: number | null
  perDay: number | undefined
  days: string[]
}

/** Brings the event's own places to these sizes; needs `lockPools`. Days that somebody holds stay, without limit. */
export async function arrangeCapacity(tx: Transaction, eventId: string, capacity: Capacity): Promise<void> {
  const pools = await tx.pool.findMany({
    where: { eventId, kind: { in: ['on_site', 'remote', 'day'] } },
    include: { _count: { select: { places: true } } },
  })
  const wide = { on_site: capacity.onSite, remote: capacity.remote }
  const missing: PlannedPool[] = []
  for (const kind of ['on_site', 'remote'] as const) {
    const pool = pools.find((candidate) => candidate.kind === kind)
    if (!pool) missing.push({ kind, size: wide[kind] })
    else if (pool.size !== wide[kind]) await resizePool(tx, pool.id, wide[kind])
  }
  const wanted = new Set(capacity.perDay === undefined ? [] : capacity.days)
  const gone: string[] = []
  for (const pool of pools.filter(({ kind }) => kind === 'day')) {
    const isWanted = wanted.delete(dateOf(pool.day!))
    if (isWanted || pool._count.places > 0) await resizePool(tx, pool.id, isWanted ? capacity.perDay! : null)
    else gone.push(pool.id)
  }
  for (const day of wanted) missing.push({ kind: 'day', size: capacity.perDay!, day })
  await removePools(tx, gone)
  await createPools(tx, eventId, missing)
}
