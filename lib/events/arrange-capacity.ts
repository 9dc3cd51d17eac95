import 'server-only'
import { dateOf } from '../dates'
import type { Transaction } from '../db/client'
import { createPool } from '../places/create-pool'
import { removePool } from '../places/remove-pool'
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
  for (const kind of ['on_site', 'remote'] as const) {
    const size = kind === 'on_site' ? capacity.onSite : capacity.remote
    const pool = pools.find((candidate) => candidate.kind === kind)
    if (pool) await resizePool(tx, pool.id, size)
    else await createPool(tx, { eventId, kind, size })
  }
  const wanted = capacity.perDay === undefined ? [] : capacity.days
  for (const pool of pools.filter(({ kind }) => kind === 'day')) {
    const isWanted = wanted.includes(dateOf(pool.day!))
    if (isWanted || pool._count.places > 0) await resizePool(tx, pool.id, isWanted ? capacity.perDay! : null)
    else await removePool(tx, pool.id)
  }
  for (const day of wanted) {
    if (pools.some((pool) => pool.kind === 'day' && dateOf(pool.day!) === day)) continue
    await createPool(tx, { eventId, kind: 'day', size: capacity.perDay!, day })
  }
}
