import 'server-only'
import { db } from '../db/client'
import { countsOf, type EventErasure } from '../erasure'

/** What organizers kept to find people again; there is nobody to be found any more. */
export const viewErasure: EventErasure = {
  count: async () =>
    countsOf(
      await db().$queryRaw`
        SELECT event_id, count(*)::integer AS count
          FROM (SELECT event_id FROM attendee_view UNION ALL SELECT event_id FROM attendee_columns) kept
         GROUP BY event_id`,
    ),
  erase: async (tx, { eventId, before, isAgain }) => {
    const views = await tx.attendeeView.deleteMany({ where: { eventId, createdAt: { lte: before } } })
    if (isAgain) return views.count
    const columns = await tx.attendeeColumns.deleteMany({ where: { eventId } })
    return views.count + columns.count
  },
}
