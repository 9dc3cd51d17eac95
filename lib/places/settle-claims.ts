import 'server-only'
import type { Transaction } from '../db/client'
import { holdClaim } from './hold-claim'

/**
 * Every resting wish of one registration takes what is free now; what is full it waits for, at the time it was wished,
 * or goes on resting without `mayWait`. False when the event's own place is not theirs: the others rest then.
 * Needs `lockPools`, and nobody in line whom a free place would fit: what is free is nobody's then.
 */
export async function settleClaims(
  tx: Transaction,
  registrationId: string,
  mayWait: boolean,
): Promise<boolean> {
  const claims = await tx.claim.findMany({
    where: { registrationId, state: 'wished' },
    orderBy: [{ kind: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true },
  })
  for (const { id, kind } of claims) {
    const isHeld = await holdClaim(tx, id)
    if (!isHeld && mayWait) await tx.claim.update({ where: { id }, data: { state: 'waiting' } })
    if (!isHeld && kind === 'event') return false
  }
  return true
}
