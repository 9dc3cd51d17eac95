import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import type { PoolKind } from './schema'

export type PlannedPool = { kind: PoolKind; size: number | null; day?: string }

/** New things that can run out, in one statement; `day` (`2024-04-15`) for days and nights. Ids in the same order. */
export async function createPools(
  tx: Transaction,
  eventId: string,
  planned: PlannedPool[],
): Promise<string[]> {
  const data = planned.map(({ kind, size, day }) => ({
    id: newId(),
    eventId,
    kind,
    size,
    ceiling: size,
    day: day ? new Date(`${day}T00:00:00Z`) : null,
  }))
  if (data.length > 0) await tx.pool.createMany({ data })
  return data.map(({ id }) => id)
}
