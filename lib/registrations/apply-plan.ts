import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import type { Actor } from '../history/record'
import { newId } from '../ids'
import { addClaim } from '../places/add-claim'
import { dropClaims } from '../places/drop-claims'
import type { ClaimKind } from '../places/schema'
import { swapClaim } from '../places/swap-claim'
import { leaveSharedRoom } from './leave-shared-room'
import type { ClaimPlan } from './plan-claims'
import type { Held } from './read-held'
import type { EventOffer } from './schema'
import { settleWishes } from './settle-wishes'

/** Whoever has not got the event's place yet, or has only been offered it, wishes without taking. */
export const isResting = (held: Held): boolean =>
  awaitsApproval(held) ||
  held.claims.some(({ kind, state, isOffered }) => kind === 'event' && (state !== 'held' || isOffered))

/** Carries out what `planClaims` found possible under the same lock: everything new first, then what is given up. */
export async function applyPlan(
  tx: Transaction,
  offer: EventOffer,
  held: Held,
  plan: ClaimPlan,
  actor: Actor = { kind: 'attendee', id: held.id },
): Promise<void> {
  for (const { id, pools } of plan.swaps)
    if (!(await swapClaim(tx, id, pools))) throw new Error('a place that was free under the lock is gone')
  const queued = { queuedAt: now(), isResting: isResting(held) }
  for (const wish of plan.added) await addClaim(tx, held, { id: newId(), ...wish }, queued)
  if (held.isSharing && givesUp(held, plan, 'stay'))
    await leaveSharedRoom(tx, offer, { eventId: held.eventId, registrationId: held.id, actor })
  await dropClaims(tx, plan.dropped)
  if (leavesTheLine(held, plan)) await letIn(tx, offer, held)
}

/** The organizers decide first: everything rests, for some already before their address is confirmed. */
const awaitsApproval = ({ status, claims }: Held): boolean =>
  status === 'pending_approval' ||
  (status === 'unverified' && claims.every(({ state }) => state === 'wished'))

const givesUp = ({ claims }: Held, { dropped }: ClaimPlan, what: ClaimKind): boolean =>
  claims.some(({ id, kind }) => kind === what && dropped.includes(id))

const leavesTheLine = (held: Held, plan: ClaimPlan): boolean =>
  !awaitsApproval(held) && isResting(held) && givesUp(held, plan, 'event')

/** They want nothing of the full event any more, only what lies beside it: that is theirs to take now. */
async function letIn(tx: Transaction, offer: EventOffer, { id }: Held): Promise<void> {
  await tx.registration.updateMany({ where: { id, status: 'waitlisted' }, data: { status: 'confirmed' } })
  await settleWishes(tx, offer, id)
}
