import 'server-only'
import type { Transaction } from '../db/client'

/**
 * Gives a limited thing another size (null: unlimited); needs `lockPools`. Lowering evicts nobody: the ceiling stays
 * where people already are. Raising admits nobody by itself: call `promoteWaiting` afterwards.
 */
export async function resizePool(tx: Transaction, poolId: string, size: number | null): Promise<void> {
  await tx.$executeRaw`
    UPDATE pool SET size = ${size}::integer, ceiling = CASE WHEN ${size}::integer IS NULL THEN NULL ELSE GREATEST(${size}::integer, taken) END
     WHERE id = ${poolId}::uuid`
}
