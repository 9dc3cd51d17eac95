import 'server-only'
import type { Transaction } from '../db/client'

/** Resting claims stand in their line again, at the time they were wished; the opposite of `restClaims`. Needs `lockPools`. */
export async function resumeClaims(tx: Transaction, claimIds: string[]): Promise<number> {
  const { count } = await tx.claim.updateMany({
    where: { id: { in: claimIds }, state: 'wished' },
    data: { state: 'waiting' },
  })
  return count
}
