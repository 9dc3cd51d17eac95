import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { countsOf, daysBefore, type EventErasure } from '../erasure'
import { keptAfterEvent } from '../retention'

/** What organizers wrote to groups: drafts go, of the others stays that they were and to how many. */
export const messageErasure: EventErasure = {
  count: async (isDue) =>
    countsOf(
      await db().$queryRaw`
        SELECT event_id, count(*)::integer AS count FROM group_mail
         WHERE (state = 'draft' OR state = 'sent' AND texts <> '{}') AND created_at < ${dueBefore(isDue)} GROUP BY event_id`,
    ),
  erase: async (tx, { eventId, before }) => {
    const old = { eventId, AND: [{ createdAt: { lt: dueBefore() } }, { createdAt: { lte: before } }] }
    const drafts = await tx.groupMail.deleteMany({ where: { ...old, state: 'draft' } })
    const sent = await tx.groupMail.updateMany({
      where: { ...old, state: 'sent', NOT: { texts: { equals: {} } } },
      data: { texts: {}, filterWords: {} },
    })
    return drafts.count + sent.count
  },
}

/** Who wanted no news; nobody of the event is written to any more. */
export const optOutErasure: EventErasure = {
  count: async () =>
    countsOf(
      await db().$queryRaw`SELECT event_id, count(*)::integer AS count FROM mail_opt_out GROUP BY event_id`,
    ),
  erase: async (tx, { eventId, before, isAgain }) => {
    const old = isAgain ? { optedOutAt: { lte: before } } : {}
    return (await tx.mailOptOut.deleteMany({ where: { eventId, ...old } })).count
  },
}

const dueBefore = (isDue = true) => daysBefore(now(), isDue ? keptAfterEvent.mails : -1)
