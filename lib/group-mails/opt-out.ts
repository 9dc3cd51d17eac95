import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import { withdrawMails } from '../mail/withdraw-mails'
import { ok, type Result, refused } from '../result'
import { hashToken } from '../tokens'

/**
 * Keeps that an address wants no more mails that are not about the event itself, or wants them again. The link proves
 * the mailbox, so no key is asked for; the same twice changes nothing. What waits for them is left out.
 */
export async function optOut(token: string, isOut = true): Promise<Result<null, 'unknown_link'>> {
  const hash = hashToken(token)
  return await db().$transaction(async (tx) => {
    const link = await tx.mailOptOut.findUnique({ where: { hash } })
    if (!link) return refused('unknown_link')
    const { count } = await tx.mailOptOut.updateMany({
      where: { hash, optedOutAt: isOut ? null : { not: null } },
      data: { optedOutAt: isOut ? now() : null },
    })
    if (isOut) await leaveOut(tx, await withdrawMails(tx, link.eventId, link.id))
    if (count === 1)
      await recordHistory(tx, {
        eventId: link.eventId,
        actor: { kind: 'attendee', id: null },
        act: isOut ? 'opted_out' : 'opted_in',
        subject: 'event',
        subjectId: link.eventId,
      })
    return ok(null)
  })
}

const leaveOut = (tx: Transaction, mailIds: string[]) =>
  tx.groupMailRecipient.updateMany({
    where: { mailId: { in: mailIds } },
    data: { leftOut: 'opted_out', mailId: null },
  })
