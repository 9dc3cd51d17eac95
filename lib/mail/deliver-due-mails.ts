import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { log } from '../log'
import { openPost, type Post } from './open-post'
import { classifyFailure, isFinal, oneLine, secondsUntilNextAttempt } from './rules'
import type { Composers, MailError, OutboxFacts } from './schema'
import { writeMessage } from './write-message'

const atOnce = 10
// Longer than the post's own timeouts together, so that nobody takes over a mail still being handed in.
const leaseSeconds = 120

type DueMail = OutboxFacts & {
  toAddress: string
  sealed: string | null
  attempts: number
  ownSubject: string | null
  ownOpening: string | null
}

/**
 * Sends what is due and answers how many left; safe in any number of processes, since each row is leased to one.
 * A process that dies leaves its rows to the next one under the same Message-ID. Without SMTP_URL nothing moves.
 */
export async function deliverDueMails(composers: Composers): Promise<number> {
  const post = openPost()
  if (!post) return 0
  let sent = 0
  for (;;) {
    const due = await leaseDueMails()
    const results = await Promise.all(due.map((mail) => deliver(mail, composers, post)))
    sent += results.filter((isSent) => isSent).length
    if (results.includes(true)) await hurryOthers()
    if (due.length < atOnce || !results.includes(true)) return sent
  }
}

// One statement, so that the rows are locked only while they are marked and nobody waits for a mail server.
function leaseDueMails() {
  return db().$queryRaw<DueMail[]>`
    UPDATE outbox_mail SET leased_until = now() + make_interval(secs => ${leaseSeconds})
     WHERE id IN (SELECT id FROM outbox_mail
                   WHERE state = 'waiting' AND next_attempt_at <= now()
                     AND (leased_until IS NULL OR leased_until < now())
                   ORDER BY next_attempt_at, id LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)
    RETURNING id, event_id AS "eventId", registration_id AS "registrationId", kind, language, to_name AS "toName",
              to_address AS "toAddress", facts, sealed, attempts, created_at AS "createdAt",
              (SELECT subject FROM mail_text t WHERE (t.event_id, t.kind, t.language)
                    = (outbox_mail.event_id, outbox_mail.kind, outbox_mail.language)) AS "ownSubject",
              (SELECT opening FROM mail_text t WHERE (t.event_id, t.kind, t.language)
                    = (outbox_mail.event_id, outbox_mail.kind, outbox_mail.language)) AS "ownOpening"`
}

async function deliver(mail: DueMail, composers: Composers, post: Post): Promise<boolean> {
  const own = { subject: mail.ownSubject, opening: mail.ownOpening }
  const message = await writeMessage(mail, composers, own).catch((error: Error) => {
    log.error({ mail: mail.id, kind: mail.kind, error }, 'a mail could not be written')
    return null
  })
  if (!message) return await keepFailure(mail, 'unreadable', '')
  try {
    await post.sendMail(message)
  } catch (error) {
    const failure = classifyFailure(error as object)
    return await keepFailure(mail, failure, (error as { response?: string }).response ?? '')
  }
  // Its person may have been erased, and the mail with them, while it was handed in.
  await db().outboxMail.updateMany({
    where: { id: mail.id, state: 'waiting' },
    data: {
      state: 'sent',
      sentAt: now(),
      attempts: { increment: 1 },
      leasedUntil: null,
      lastError: null,
      sealed: null,
      ownSubject: own.subject,
      ownOpening: own.opening,
    },
  })
  return true
}

// `last_error` is the class, then what the server said.
async function keepFailure(mail: DueMail, failure: MailError, said: string) {
  const delay = secondsUntilNextAttempt(mail.attempts + 1)
  log.warn({ mail: mail.id, kind: mail.kind, failure, attempts: mail.attempts + 1 }, 'a mail did not leave')
  await db().$executeRaw`
    UPDATE outbox_mail SET attempts = attempts + 1, leased_until = NULL,
           last_error = ${`${failure} ${oneLine(said).slice(0, 300)}`.trim()},
           state = ${isFinal(failure, mail.createdAt, now()) ? 'failed' : 'waiting'}::"MailState",
           next_attempt_at = now() + make_interval(secs => ${delay})
     WHERE id = ${mail.id}::uuid AND state = 'waiting'`
  return false
}

/** The server answers again: what waited only for that goes now. */
async function hurryOthers(): Promise<void> {
  await db().$executeRaw`
    UPDATE outbox_mail SET next_attempt_at = now()
     WHERE state = 'waiting' AND last_error LIKE 'unreachable%' AND next_attempt_at > now()`
}
