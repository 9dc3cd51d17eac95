import 'server-only'
import { db, type Transaction } from '../db/client'
import { countsOf, type EventErasure } from '../erasure'

/**
 * Who slept where, and with whom. How many slept in which rooms on which nights stays; the two of a shared room go
 * together. Their claims go too, for they name the room; the places they took stay taken.
 */
export const stayErasure: EventErasure = {
  count: async () =>
    countsOf(await db().$queryRaw`SELECT event_id, count(*)::integer AS count FROM stay GROUP BY event_id`),
  erase: async (tx, { eventId, most, before }) => {
    const people = await tx.$queryRaw<{ id: string }[]>`
      WITH few AS (
        SELECT s.registration_id AS id FROM stay s JOIN registration r ON r.id = s.registration_id
          LEFT JOIN claim c ON c.registration_id = r.id AND c.kind = 'stay'
         WHERE s.event_id = ${eventId}::uuid AND COALESCE(c.queued_at, r.registered_at) <= ${before} LIMIT ${most})
      SELECT id FROM few UNION SELECT guest_id FROM room_share JOIN few ON host_id = few.id
       UNION SELECT host_id FROM room_share JOIN few ON guest_id = few.id`
    return await countStaysOf(
      tx,
      people.map(({ id }) => id),
    )
  },
}

/** Makes figures of where some registrations slept; answers how many did. Their rooms stay as taken as they were. */
export async function countStaysOf(tx: Transaction, ids: string[]): Promise<number> {
  // Two processes that come at once wait here, in one order; the second finds nothing left to count.
  await tx.$queryRaw`SELECT id FROM registration WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.$executeRaw`
    INSERT INTO stay_figure (id, event_id, room_type_id, nights, state, has_bed, is_confirmed, is_released, people)
    SELECT gen_random_uuid(), s.event_id, s.room_type_id, s.nights, c.state,
           EXISTS (SELECT 1 FROM claim_place p WHERE p.claim_id = c.id),
           s.confirmed_at IS NOT NULL, s.released_at IS NOT NULL, count(*)
      FROM stay s JOIN claim c ON c.registration_id = s.registration_id AND c.kind = 'stay'
     WHERE s.registration_id = ANY (${ids}::uuid[]) GROUP BY 2, 3, 4, 5, 6, 7, 8`
  await tx.$executeRaw`SELECT set_config('lanyard.erasing', 'on', true)`
  await tx.$executeRaw`DELETE FROM claim WHERE registration_id = ANY (${ids}::uuid[]) AND kind = 'stay'`
  await tx.$executeRaw`SELECT set_config('lanyard.erasing', 'off', true)`
  return await eraseStaysOf(tx, ids)
}

/** Forgets where some registrations sleep, and with whom; answers how many did. */
export async function eraseStaysOf(tx: Transaction, registrationIds: string[]): Promise<number> {
  const some = { in: registrationIds }
  await tx.roomShare.deleteMany({ where: { OR: [{ hostId: some }, { guestId: some }] } })
  const { count } = await tx.stay.deleteMany({ where: { registrationId: some } })
  return count
}
