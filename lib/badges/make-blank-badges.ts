import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import { newCode } from '../ids'
import type { OrganizerKey } from '../keys'

/**
 * Makes so many blank badges more, each with the next number of its event and a code that finds its person once it has
 * one. Two who make some at once get different numbers: they take turns at the event.
 */
export async function makeBlankBadges({ eventId, userId }: OrganizerKey, count: number): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('badges ' || ${eventId}, 0))`
    const { _max } = await tx.badge.aggregate({ where: { eventId }, _max: { number: true } })
    const first = (_max.number ?? 0) + 1
    await tx.badge.createMany({
      data: Array.from({ length: count }, (_, at) => ({ eventId, number: first + at, code: newCode() })),
    })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'made_blank_badges',
      subject: 'list',
      subjectId: null,
      facts: { rows: count },
    })
  })
}
