import 'server-only'
import { dateOf } from '../dates'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { createPools } from '../places/create-pools'
import { removePools } from '../places/remove-pools'
import { resizePool } from '../places/resize-pool'

/** After the release date (`isOver`) the hotel has taken the rooms back: nobody new is admitted. */
export type PlannedNight = { roomTypeId: string; night: string; rooms: number; isOver: boolean }

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
    if (!stored) {
      fresh.push(night)
      continue
    }
    await resizePool(tx, stored.poolId, sizeOf(night))
    if (stored.rooms !== night.rooms)
      await tx.contingentNight.update({ where: { id: stored.id }, data: { rooms: night.rooms } })
  }
  const lost = [...gone.values()]
  await tx.contingentNight.deleteMany({ where: { id: { in: lost.map(({ id }) => id) } } })
  await removePools(
    tx,
    lost.map(({ poolId }) => poolId),
  )
  const pools = fresh.map((one) => ({ kind: 'night' as const, size: sizeOf(one), day: one.night }))
  const poolIds = await createPools(tx, eventId, pools)
  const data = fresh.map(({ roomTypeId, night, rooms }, index) => ({
    id: newId(),
    eventId,
    roomTypeId,
    night: dayOf(night),
    rooms,
    poolId: poolIds[index]!,
  }))
  await tx.contingentNight.createMany({ data })
}

const sizeOf = ({ rooms, isOver }: PlannedNight) => (isOver ? 0 : rooms)
const dayOf = (date: string) => new Date(`${date}T00:00:00Z`)
