import 'server-only'
import { db } from '../db/client'
import { keptByRevision } from '../db/kept'
import type { ActivityView } from './schema'

/** Public: the activities of one event in the order of the file, kept for its revision. */
export const listPublicActivities = (event: { id: string; revision: number }): Promise<ActivityView[]> =>
  keptByRevision('activities', event.id, event.revision, () =>
    db().activity.findMany({
      where: { eventId: event.id },
      orderBy: [{ startsAt: 'asc' }, { position: 'asc' }],
    }),
  )
