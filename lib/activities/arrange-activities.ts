import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { createPool } from '../places/create-pool'
import { removePool } from '../places/remove-pool'
import { resizePool } from '../places/resize-pool'
import type { ActivityView } from './schema'

/** `size` is a number of places, null for no limit. */
export type PlannedActivity = Omit<ActivityView, 'id' | 'poolId'> & { size: number | null }

/** Brings the activities of an event to this list, known by key; needs `lockPools`. What is claimed cannot go. */
export async function arrangeActivities(
  tx: Transaction,
  eventId: string,
  planned: PlannedActivity[],
): Promise<void> {
  const rows = await tx.activity.findMany({ where: { eventId } })
  const gone = new Map(rows.map((row) => [row.key, row]))
  for (const [position, { size, ...facts }] of planned.entries()) {
    const stored = gone.get(facts.key)
    gone.delete(facts.key)
    if (stored) {
      await tx.activity.update({ where: { id: stored.id }, data: { ...facts, position } })
      await resizePool(tx, stored.poolId, size)
    } else {
      const poolId = await createPool(tx, { eventId, kind: 'activity', size })
      await tx.activity.create({ data: { id: newId(), eventId, poolId, position, ...facts } })
    }
  }
  for (const row of gone.values()) {
    await tx.activity.delete({ where: { id: row.id } })
    await removePool(tx, row.poolId)
  }
}
