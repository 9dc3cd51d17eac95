import 'server-only'
import type { Transaction } from '../db/client'
import { findClaim } from '../places/queries'
import { resumeClaims } from '../places/resume-claims'
import { listRestingStays } from './queries'

/**
 * The hotel gives its rooms for longer, or the event has a line again: whoever only wished for a room stands in line
 * for it, at the time they wished. Repeating it changes nothing. Needs `lockPools`; call `promoteWaiting` afterwards.
 */
export async function resumeWishes(tx: Transaction, eventId: string, today: string): Promise<number> {
  const claimIds: string[] = []
  for (const registrationId of await listRestingStays(tx, eventId, today)) {
    const claim = await findClaim(tx, registrationId, 'stay')
    if (claim) claimIds.push(claim.id)
  }
  return await resumeClaims(tx, claimIds)
}
