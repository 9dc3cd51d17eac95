import 'server-only'
import { db } from '../db/client'
import { countsOf, type EventErasure } from '../erasure'

/** Who scanned whom, on what, and what was handed to them. That somebody came, and when, stays as a count. */
export const scanErasure: EventErasure = {
  count: async () =>
    countsOf(
      await db().$queryRaw`
        SELECT event_id, count(*)::integer AS count FROM check_in_fact
         WHERE device <> '' OR num_nonnulls(user_id, token_id, device_id, hand_out) > 0 GROUP BY event_id`,
    ),
  erase: async (tx, { eventId, most, before }) => {
    await tx.doubtLook.updateMany({ where: { eventId, at: { lte: before } }, data: { userId: null } })
    return await tx.$executeRaw`
      UPDATE check_in_fact SET device = '', user_id = NULL, token_id = NULL, device_id = NULL, hand_out = NULL
       WHERE (event_id, id) IN (SELECT event_id, id FROM check_in_fact WHERE event_id = ${eventId}::uuid
          AND (device <> '' OR num_nonnulls(user_id, token_id, device_id, hand_out) > 0) AND server_at <= ${before}
        LIMIT ${most} FOR UPDATE SKIP LOCKED)`
  },
}
