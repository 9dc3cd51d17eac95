import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import type { PoolKind } from './schema'

/** A new thing that can run out; `day` (`2024-04-15`) for days and nights only. Answers its id. */
export async function createPool(
  tx: Transaction,
  pool: { eventId: string; kind: PoolKind; size: number | null; day?: string },
): Promise<string> {
  const id = newId()
  await tx.pool.create({
    data: {
      id,
      eventId: pool.eventId,
      kind: pool.kind,
      day: pool.day ? new Date(`${pool.day}T00:00:00Z`) : null,
      size: pool.size,
      ceiling: pool.size,
    },
  })
  return id
}
