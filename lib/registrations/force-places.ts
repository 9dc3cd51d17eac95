import 'server-only'
import type { Transaction } from '../db/client'
import { forceClaim } from '../places/force-claim'
import { listWholeClaims } from '../places/queries'

/**
 * Everything that somebody wants is theirs, though it may be gone: an organizer's decision, which history remembers.
 * Answers how many places were beyond their size. Needs `lockPools`.
 */
export async function forcePlaces(tx: Transaction, registrationId: string): Promise<number> {
  let beyond = 0
  for (const claim of await listWholeClaims(tx, registrationId))
    if (claim.state !== 'held') beyond += await forceClaim(tx, claim.id)
  await tx.registration.updateMany({
    where: { id: registrationId, status: 'waitlisted' },
    data: { status: 'confirmed' },
  })
  return beyond
}
