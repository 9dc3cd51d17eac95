import 'server-only'
import type { Transaction } from '../db/client'
import { poolView } from './queries'
import type { PoolView } from './schema'

/**
 * Locks every limited thing of one event, in the order of its id, and says how each stands.
 * Whoever frees or promotes locks them all, whoever only takes locks what it wants (`places_take`), both in this
 * order and before any row of a registration: so no two of them can wait for each other.
 */
export async function lockPools(tx: Transaction, eventId: string): Promise<Map<string, PoolView>> {
  await tx.$queryRaw`SELECT 1 FROM pool WHERE event_id = ${eventId}::uuid ORDER BY id FOR UPDATE`
  const rows = await tx.pool.findMany({ where: { eventId } })
  return new Map(rows.map((row) => [row.id, poolView(row)]))
}
