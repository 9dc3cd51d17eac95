import 'server-only'
import { db, type Transaction } from '../db/client'
import type { CheckInKey } from '../keys'
import { periodTickets } from '../period-tickets'
import type { BadgeFace } from './schema'

/** What stands on somebody's badge; null for whoever has none here. */
export async function findBadgeFace(
  { eventId }: CheckInKey,
  registrationId: string,
  tx: Pick<Transaction, '$queryRawUnsafe'> = db(),
  lock: '' | 'FOR UPDATE' = '',
): Promise<BadgeFace | null> {
  const [face] = await tx.$queryRawUnsafe<BadgeFace[]>(
    `SELECT r.name, COALESCE(r.organization, '') AS organization, r.code, r.photo = 'no_camera' AS "isNoCamera"
       FROM registration r
      WHERE r.id = $1::uuid AND r.event_id = $2::uuid AND r.anonymized_at IS NULL AND (r.status = 'confirmed' OR EXISTS (
        SELECT 1 FROM check_in_arrived f WHERE f.registration_id = r.id)) ${lock}`,
    registrationId,
    eventId,
  )
  return face ?? null
}

/** Proof that history knows that whoever holds this key prints this badge. */
export const badgeTicket = (key: CheckInKey, registrationId: string): string =>
  tickets.make(aboutBadge(key, registrationId))

/** Whether this is such a proof, and not older than a few minutes. */
export const isBadgeTicket = (key: CheckInKey, registrationId: string, ticket: string): boolean =>
  tickets.fits(ticket, aboutBadge(key, registrationId))

const tickets = periodTickets('badge at the desk', 10)
const aboutBadge = ({ eventId, userId, deviceId }: CheckInKey, registrationId: string) => [
  eventId,
  userId,
  deviceId,
  registrationId,
]
