import 'server-only'
import type { Transaction } from '../db/client'

/** Takes away limited things that nobody claims; the database refuses one that somebody does. */
export async function removePools(tx: Transaction, poolIds: string[]): Promise<void> {
  if (poolIds.length > 0) await tx.pool.deleteMany({ where: { id: { in: poolIds } } })
}
