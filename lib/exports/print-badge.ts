import 'server-only'
import { db } from '../db/client'
import { doorActor } from '../history/door-actor'
import { countActs } from '../history/queries'
import { recordHistory } from '../history/record'
import type { CheckInKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { badgeTicket, findBadgeFace } from './badge-ticket'

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
    if (!(await findBadgeFace(key, registrationId, tx, 'FOR UPDATE'))) return refused('unknown_registration')
    const isAgain = (await countActs(tx, registrationId, 'badge_printed')) > 0
    await recordHistory(tx, {
      eventId: key.eventId,
      actor: doorActor(key),
      act: 'badge_printed',
      subject: 'registration',
      subjectId: registrationId,
      facts: { deed: isAgain ? 'again' : 'first' },
    })
    return ok({ ticket: badgeTicket(key, registrationId), isAgain })
  })
}
