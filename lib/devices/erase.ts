import 'server-only'
import { db } from '../db/client'
import { countsOf, type EventErasure } from '../erasure'

/** The phones of a door, and what their holders called them; a day after the event they open nothing any more. */
export const deviceErasure: EventErasure = {
  count: async () =>
    countsOf(
      await db().$queryRaw`SELECT event_id, count(*)::integer AS count FROM device_link GROUP BY event_id`,
    ),
  erase: async (tx, { eventId, before }) =>
    (await tx.deviceLink.deleteMany({ where: { eventId, createdAt: { lte: before } } })).count,
}
