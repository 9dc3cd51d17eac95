import 'server-only'
import { db } from '../db/client'
import type { Tombstone } from './schema'

/** Public: what a restore marked and nobody has erased again yet, in the order in which it went. */
export const listPublicPendingTombstones = (): Promise<Tombstone[]> =>
  db().tombstone.findMany({
    where: { isPending: true },
    orderBy: [{ erasedAt: 'asc' }, { kind: 'asc' }, { subjectId: 'asc' }],
    omit: { isPending: true },
  })

/** Public: whether there is any. */
export const hasPublicPendingTombstones = async (): Promise<boolean> =>
  (await db().tombstone.findFirst({ where: { isPending: true } })) !== null
