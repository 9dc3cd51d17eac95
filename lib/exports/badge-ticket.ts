import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import type { CheckInKey } from '../keys'
import { derivedToken } from '../tokens'
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
  ticketOf(key, registrationId, thisPeriod())

/** Whether this is such a proof, and not older than a few minutes. */
export const isBadgeTicket = (key: CheckInKey, registrationId: string, ticket: string): boolean =>
  [0, 1].some((ago) => ticketOf(key, registrationId, thisPeriod() - ago) === ticket)

const minutes = 10
const thisPeriod = () => Math.floor(now().getTime() / (minutes * 60_000))

const ticketOf = ({ eventId, userId, deviceId }: CheckInKey, registrationId: string, period: number) =>
  derivedToken('badge at the desk', JSON.stringify([eventId, userId, deviceId, registrationId]), period)
