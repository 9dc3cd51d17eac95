import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { createPools } from '../places/create-pools'
import { removePools } from '../places/remove-pools'
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
  const gone = new Map((await tx.activity.findMany({ where: { eventId } })).map((row) => [row.key, row]))
  const fresh: (PlannedActivity & { position: number })[] = []
  for (const [position, activity] of planned.entries()) {
    const { size, ...facts } = activity
    const stored = gone.get(facts.key)
    if (!stored) {
      fresh.push({ ...activity, position })
      continue
    }
    gone.delete(facts.key)
    await tx.activity.update({ where: { id: stored.id }, data: { ...facts, position } })
    await resizePool(tx, stored.poolId, size)
  }
  const rows = [...gone.values()]
  await tx.activity.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  await removePools(
    tx,
    rows.map(({ poolId }) => poolId),
  )
  await create(tx, eventId, fresh)
}

async function create(
  tx: Transaction,
  eventId: string,
  fresh: (PlannedActivity & { position: number })[],
): Promise<void> {
  const pools = fresh.map(({ size }) => ({ kind: 'activity' as const, size }))
  const poolIds = await createPools(tx, eventId, pools)
  await tx.activity.createMany({
    data: fresh.map(({ size, ...facts }, index) => ({
      id: newId(),
      eventId,
      poolId: poolIds[index]!,
      ...facts,
    })),
  })
}
