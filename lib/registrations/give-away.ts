import 'server-only'
import type { Transaction } from '../db/client'
import { holdClaim } from '../places/hold-claim'
import { lockPools } from '../places/lock-pools'
import { listLine } from '../places/queries'
import { queueWishes } from '../places/queue-wishes'
import { firstThatFits } from '../places/rules'
import type { ClaimRef, PoolView, WaitingClaim } from '../places/schema'

/**
 * Holds every free place for the first in line whose whole set fits, as an offer where `offeredUntil` says how long.
 * Answers who got what, in the order of the line.
 */
export async function giveAway(
  tx: Transaction,
  eventId: string,
  offeredUntil: Date | null,
): Promise<Map<string, ClaimRef[]>> {
  const came = new Map<string, ClaimRef[]>()
  const pools = await lockPools(tx, eventId)
  let line = await promotableLine(tx, eventId)
  for (;;) {
    const next = firstThatFits(line, pools)
    if (!next || !(await holdClaim(tx, next.id, offeredUntil))) return came
    const { registrationId, kind, subjectId } = next
    came.set(registrationId, [...(came.get(registrationId) ?? []), { kind, subjectId }])
    for (const id of next.pools) pools.set(id, withOneMore(pools.get(id)!))
    line = line.filter(({ id }) => id !== next.id)
    // Their other wishes stand in line since they registered, so perhaps before those who come next here.
    if (kind === 'event' && !offeredUntil && (await admit(tx, registrationId)) > 0)
      line = await promotableLine(tx, eventId)
  }
}

const withOneMore = (pool: PoolView): PoolView => ({ ...pool, taken: pool.taken + 1 })

async function promotableLine(tx: Transaction, eventId: string): Promise<WaitingClaim[]> {
  const line = await listLine(tx, eventId)
  if (line.length === 0) return []
  const people = await tx.registration.findMany({
    where: {
      eventId,
      id: { in: line.map(({ registrationId }) => registrationId) },
      status: { in: ['confirmed', 'waitlisted'] },
    },
    select: { id: true },
  })
  const promotable = new Set(people.map(({ id }) => id))
  return line.filter(({ registrationId }) => promotable.has(registrationId))
}

/** The event place is theirs: confirmed, and every resting wish joins its line; answers how many. */
async function admit(tx: Transaction, registrationId: string): Promise<number> {
  await tx.registration.update({
    where: { id: registrationId },
    data: { status: 'confirmed', version: { increment: 1 } },
  })
  return await queueWishes(tx, registrationId)
}
