import 'server-only'
import { db } from '../db/client'
import { deliverMail } from './deliver-mail'
import { leaseDueMails } from './lease-due-mails'
import { openPost } from './open-post'
import type { Composers } from './schema'

const atOnce = 10

/**
 * Sends what is due and answers how many left; safe in any number of processes, since each row is leased to one.
 * A process that dies leaves its rows to the next one under the same Message-ID. Without SMTP_URL nothing moves.
 */
export async function deliverDueMails(composers: Composers): Promise<number> {
  const post = openPost()
  if (!post) return 0
  let sent = 0
  for (;;) {
    const due = await leaseDueMails(atOnce)
    const results = await Promise.all(due.map((mail) => deliverMail(mail, composers, post)))
    sent += results.filter((isSent) => isSent).length
    if (results.includes(true)) await hurryOthers()
    if (due.length < atOnce || !results.includes(true)) return sent
  }
}

/** The server answers again: what waited only for that goes now. */
async function hurryOthers(): Promise<void> {
  await db().$executeRaw`
    UPDATE outbox_mail SET next_attempt_at = now()
     WHERE state = 'waiting' AND last_error LIKE 'unreachable%' AND next_attempt_at > now()`
}
