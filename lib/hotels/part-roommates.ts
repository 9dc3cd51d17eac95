import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { findClaim, listClaimPools } from '../places/queries'
import { reclaimPlaces } from '../places/reclaim-places'
import { leaveRoom } from './leave-room'
import { nameInStay } from './mark-stay'
import { findShare } from './queries'

/**
 * Somebody who shares wants to sleep on their own: the other keeps the room, so that nobody loses theirs by what
 * somebody else does. Who parts gets another room if one is free, else stands at the end of the line, or only wishes
 * without `mayWait`; whom they had named is forgotten, or they would be put together again. Answers the other person,
 * null when nobody shared. Needs `lockPools`.
 */
export async function partRoommates(
  tx: Transaction,
  registrationId: string,
  mayWait: boolean,
): Promise<string | null> {
  const share = await findShare(tx, registrationId)
  const mine = await findClaim(tx, registrationId, 'stay')
  const room = share && (await findClaim(tx, share.hostId, 'stay'))
  if (!room || !mine) return null
  const pools = await listClaimPools(tx, room.id)
  const staying = await leaveRoom(tx, registrationId)
  await nameInStay(tx, registrationId, null)
  await tx.stay.updateMany({ where: { registrationId }, data: { confirmedAt: null } })
  // An offered room has just gone back to the line, which comes first.
  await reclaimPlaces(tx, mine.id, pools, { mayTake: !room.offeredUntil, mayWait, at: now() })
  return staying
}
