import 'server-only'
import { asCode } from '../codes'
import { db } from '../db/client'
import { doorActor } from '../history/door-actor'
import { recordHistory } from '../history/record'
import type { CheckInKey } from '../keys'
import { ok, type Result, refused } from '../result'
import type { AssignBadgeRefusal } from './schema'

/**
 * Gives a blank badge to somebody, by its code or its number; scans of it find them from then on. Whoever had one before
 * lost it: that one finds nobody any more. The same again changes nothing. A badge is taken by one guarded update.
 */
export async function assignBadge(
  key: CheckInKey,
  registrationId: string,
  typed: string,
): Promise<Result<{ number: number }, AssignBadgeRefusal>> {
  const { eventId } = key
  if (key.rank === 'scan_only') return refused('not_allowed')
  return await db()
    .$transaction(async (tx) => {
      const person = { id: registrationId, eventId, status: { not: 'cancelled' } } as const
      // Two desks and one person, or a second tap: the second waits here, and then sees what the first has done.
      await tx.$queryRaw`SELECT 1 FROM registration WHERE id = ${registrationId}::uuid FOR UPDATE`
      if ((await tx.registration.count({ where: person })) === 0) return refused('unknown_registration')
      const badge = await tx.badge.findFirst({ where: { eventId, ...asBadge(typed) } })
      if (!badge) return refused('unknown_badge')
      const { number } = badge
      if (badge.registrationId === registrationId) return ok({ number })
      await tx.badge.deleteMany({ where: { eventId, registrationId } })
      const free = { eventId, number, registrationId: null }
      const { count } = await tx.badge.updateMany({ where: free, data: { registrationId } })
      if (count === 0) throw new Taken()
      await recordHistory(tx, {
        eventId,
        actor: doorActor(key),
        act: 'badge_given',
        subject: 'registration',
        subjectId: registrationId,
        facts: { row: String(number) },
      })
      return ok({ number })
    })
    .catch((error: unknown) => {
      if (error instanceof Taken) return refused('badge_taken')
      throw error
    })
}

/** Undoes what was begun for a badge that somebody else has. */
class Taken extends Error {}

function asBadge(typed: string) {
  const code = asCode(typed)
  const number = Number(typed)
  return code
    ? { code }
    : { number: Number.isSafeInteger(number) && number > 0 && number < 2 ** 31 ? number : -1 }
}
