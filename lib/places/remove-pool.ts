import 'server-only'
import type { Transaction } from '../db/client'

/** Takes away a limited thing that nobody claims; the database refuses one that somebody does. */
export async function removePool(tx: Transaction, poolId: string): Promise<void> {
  await tx.pool.delete({ where: { id: poolId } })
}
