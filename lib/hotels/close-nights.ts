import 'server-only'
import type { Transaction } from '../db/client'
import { resizePool } from '../places/resize-pool'

/** The release date has passed: no night of this hotel admits anybody new. Who sleeps there stays. Needs `lockPools`. */
export async function closeNights(tx: Transaction, hotelId: string): Promise<void> {
  const nights = await tx.contingentNight.findMany({
    where: { roomType: { hotelId }, pool: { size: { gt: 0 } } },
    select: { poolId: true },
  })
  for (const { poolId } of nights) await resizePool(tx, poolId, 0)
}
