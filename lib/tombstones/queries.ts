import 'server-only'
import { db } from '../db/client'
import type { Tombstone } from './schema'

/** Public: everything that was erased here, in the order in which it was; it tells of nobody. */
export const listPublicTombstones = (): Promise<Tombstone[]> =>
  db().tombstone.findMany({ orderBy: [{ erasedAt: 'asc' }, { kind: 'asc' }, { subjectId: 'asc' }] })
