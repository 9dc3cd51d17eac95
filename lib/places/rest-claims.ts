import 'server-only'
import type { Transaction } from '../db/client'

/** Takes waiting claims out of their line: wishes that nobody promises. Needs `lockPools`. Answers how many. */
export async function restClaims(tx: Transaction, claimIds: string[]): Promise<number> {
  const { count } = await tx.claim.updateMany({
    where: { id: { in: claimIds }, state: 'waiting' },
    data: { state: 'wished' },
  })
  return count
}
