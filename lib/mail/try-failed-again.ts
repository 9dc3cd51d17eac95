import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { repeatable } from './queries'
import type { MailFilter } from './schema'

/** Has every failed mail that fits tried again as it is; answers how many. A second press finds none. */
export async function tryFailedAgain(key: OrganizerKey, filter: MailFilter): Promise<number> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.outboxMail.updateMany({
      where: repeatable(key, filter),
      data: { state: 'waiting', attempts: 0, lastError: null, nextAttemptAt: now(), leasedUntil: null },
    })
    if (count > 0)
      await recordHistory(tx, {
        eventId: key.eventId,
        actor: { kind: 'user', id: key.userId },
        act: 'mails_tried_again',
        subject: 'mail',
        subjectId: null,
        facts: { people: count },
      })
    return count
  })
}
