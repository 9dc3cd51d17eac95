import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'

export type PlannedPoint = { key: string; name: string; isArrival: boolean; hasExits: boolean }

/** Brings the check-in points of an event to this list, known by key; one with facts cannot be taken away. */
export async function arrangeCheckInPoints(
  tx: Transaction,
  eventId: string,
  planned: PlannedPoint[],
): Promise<void> {
  const keys = planned.map(({ key }) => key)
  await tx.checkInPoint.deleteMany({ where: { eventId, key: { notIn: keys } } })
  // Only one point may count as the arrival at any moment, so the old one steps back first.
  const arrival = planned.find(({ isArrival }) => isArrival)
  await tx.checkInPoint.updateMany({
    where: { eventId, isArrival: true, key: { not: arrival?.key ?? '' } },
    data: { isArrival: false },
  })
  for (const [position, { key, ...facts }] of planned.entries()) {
    await tx.checkInPoint.upsert({
      where: { eventId_key: { eventId, key } },
      create: { id: newId(), eventId, key, position, ...facts },
      update: { position, ...facts },
    })
  }
}
