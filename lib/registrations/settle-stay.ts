import 'server-only'
import type { Transaction } from '../db/client'
import { isSharingRoom } from '../hotels/queries'
import { holdClaim } from '../places/hold-claim'
import { findClaim } from '../places/queries'
import type { ClaimRef } from '../places/schema'
import { waitAgain } from '../places/wait-again'

/**
 * A stay that was only a wish, and is asked for once more: held if its nights are free, else in line where there is
 * one. Answers what came, to be told. Call it under `lockPools`, for somebody who has the event's place; a guest has
 * what the host has.
 */
export async function settleStay(
  tx: Transaction,
  registrationId: string,
  mayWait: boolean,
): Promise<ClaimRef[]> {
  const claim = await findClaim(tx, registrationId, 'stay')
  if (claim?.state !== 'wished' || (await isSharingRoom(tx, registrationId))) return []
  if (await holdClaim(tx, claim.id)) return [{ kind: 'stay', subjectId: claim.subjectId }]
  if (mayWait) await waitAgain(tx, claim.id)
  return []
}
