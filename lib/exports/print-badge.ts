import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { doorActor } from '../history/door-actor'
import { countActs } from '../history/queries'
import { recordHistory } from '../history/record'
import type { CheckInKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { derivedToken } from '../tokens'
import type { BadgeFace } from './schema'

/**
 * Notes that somebody's badge is printed at the desk, and gives the ticket that its page asks for; every print after the
 * first is a reprint, which history tells. Refused for people who do not come, of other events, and for devices that
 * only scan.
 */
export async function printBadge(
  key: CheckInKey,
  registrationId: string,
): Promise<Result<{ ticket: string; isAgain: boolean }, 'unknown_registration' | 'not_allowed'>> {
  if (key.rank === 'scan_only') return refused('not_allowed')
  return await db().$transaction(async (tx) => {
    if (!(await readFace(tx, key, registrationId, 'FOR UPDATE'))) return refused('unknown_registration')
    const isAgain = (await countActs(tx, registrationId, 'badge_printed')) > 0
    await recordHistory(tx, {
      eventId: key.eventId,
      actor: doorActor(key),
      act: 'badge_printed',
      subject: 'registration',
      subjectId: registrationId,
      facts: { deed: isAgain ? 'again' : 'first' },
    })
    return ok({ ticket: ticketOf(key, registrationId, thisPeriod()), isAgain })
  })
}

/** What stands on somebody's badge; null for whoever has none here. */
export const findBadgeFace = (key: CheckInKey, registrationId: string): Promise<BadgeFace | null> =>
  readFace(db(), key, registrationId)

/** Whether history knows already that whoever holds this key prints this badge; good for a few minutes. */
export const isBadgeTicket = (key: CheckInKey, registrationId: string, ticket: string): boolean =>
  [0, 1].some((ago) => ticketOf(key, registrationId, thisPeriod() - ago) === ticket)

async function readFace(
  tx: Pick<Transaction, '$queryRawUnsafe'>,
  { eventId }: CheckInKey,
  registrationId: string,
  lock = '',
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

const minutes = 10
const thisPeriod = () => Math.floor(now().getTime() / (minutes * 60_000))

const ticketOf = ({ eventId, userId, deviceId }: CheckInKey, registrationId: string, period: number) =>
  derivedToken('badge at the desk', JSON.stringify([eventId, userId, deviceId, registrationId]), period)
