import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { holdClaim } from '../places/hold-claim'
import { findClaim } from '../places/queries'
import { restClaims } from '../places/rest-claims'
import type { ClaimView } from '../places/schema'
import { swapClaim } from '../places/swap-claim'
import { markBooked } from './mark-stay'

/**
 * Puts two people who want the same nights into one room: whoever is nearer to a room is its host, the guest gives
 * their own back at once and needs none. From now on the guest's claim follows the host's (`hotels_guest_follows`,
 * migration `rooms_for_two`). Needs `lockPools` and a line that is served afterwards.
 */
export async function shareRoom(tx: Transaction, eventId: string, people: [string, string]): Promise<void> {
  const stays = []
  for (const registrationId of people) stays.push(await readStay(tx, registrationId))
  const [host, guest] = stays.toSorted(nearerToRoom) as [Sleeper, Sleeper]
  await swapClaim(tx, guest.claim.id, [])
  if (host.claim.state === 'held') await holdClaim(tx, guest.claim.id)
  else await restClaims(tx, [guest.claim.id])
  await tx.roomShare.create({
    data: { eventId, hostId: host.registrationId, guestId: guest.registrationId, pairedAt: now() },
  })
  // What the hotel knows of is the room, whoever of the two told it.
  if (host.isBooked) await markBooked(tx, guest.registrationId, now())
}

type Sleeper = { registrationId: string; isBooked: boolean; claim: ClaimView }

async function readStay(tx: Transaction, registrationId: string): Promise<Sleeper> {
  const stay = await tx.stay.findFirstOrThrow({ where: { registrationId } })
  const claim = await findClaim(tx, registrationId, 'stay')
  if (!claim) throw new Error('a stay without its claim')
  return { registrationId, isBooked: stay.confirmedAt !== null, claim }
}

const nearest = ['held', 'waiting', 'wished']

const nearerToRoom = (one: Sleeper, other: Sleeper): number =>
  Number(other.isBooked) - Number(one.isBooked) ||
  nearest.indexOf(one.claim.state) - nearest.indexOf(other.claim.state) ||
  one.claim.queuedAt.getTime() - other.claim.queuedAt.getTime() ||
  (one.claim.id < other.claim.id ? -1 : 1)
