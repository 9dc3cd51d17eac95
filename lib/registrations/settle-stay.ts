import 'server-only'
import type { Transaction } from '../db/client'
import { isSharingRoom } from '../hotels/queries'
import { holdClaim } from '../places/hold-claim'
import { findClaim } from '../places/queries'
import { waitAgain } from '../places/wait-again'

/**
 * A stay that was only a wish, and is another one now: held if its nights are free, else in line where there is one.
 * Call it under `lockPools`, for somebody who has the event's place; a guest has what the host has.
 */
export async function settleStay(tx: Transaction, registrationId: string, mayWait: boolean): Promise<void> {
  const claim = await findClaim(tx, registrationId, 'stay')
  if (claim?.state !== 'wished' || (await isSharingRoom(tx, registrationId))) return
  if (!(await holdClaim(tx, claim.id)) && mayWait) await waitAgain(tx, claim.id)
}
