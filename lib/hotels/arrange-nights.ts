import 'server-only'
import { dateOf } from '../dates'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { createPools } from '../places/create-pools'
import { removePools } from '../places/remove-pools'
import { resizePool } from '../places/resize-pool'

export type PlannedNight = { roomTypeId: string; night: string; size: number }

/** Brings all nights of an event to this list; what somebody sleeps cannot go. Needs `lockPools`. */
export async function arrangeNights(
  tx: Transaction,
  eventId: string,
  planned: PlannedNight[],
): Promise<void> {
  const rows = await tx.contingentNight.findMany({ where: { eventId } })
  const gone = new Map(rows.map((row) => [`${row.roomTypeId} ${dateOf(row.night)}`, row]))
  const fresh: PlannedNight[] = []
  for (const night of planned) {
    const stored = gone.get(`${night.roomTypeId} ${night.night}`)
    gone.delete(`${night.roomTypeId} ${night.night}`)
    if (stored) await resizePool(tx, stored.poolId, night.size)
    else fresh.push(night)
  }
  const lost = [...gone.values()]
  await tx.contingentNight.deleteMany({ where: { id: { in: lost.map(({ id }) => id) } } })
  await removePools(
    tx,
    lost.map(({ poolId }) => poolId),
  )
  const pools = fresh.map(({ night, size }) => ({ kind: 'night' as const, size, day: night }))
  const poolIds = await createPools(tx, eventId, pools)
  const data = fresh.map(({ roomTypeId, night }, index) => ({
    id: newId(),
    eventId,
    roomTypeId,
    night: dayOf(night),
    poolId: poolIds[index]!,
  }))
  await tx.contingentNight.createMany({ data })
}

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`)
