import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { log } from '../log'
import { type DueMail, patienceSeconds } from './lease-due-mails'
import type { Post } from './open-post'
import { classifyFailure, isFinal, oneLine, secondsUntilNextAttempt } from './rules'
import type { Composers, MailError } from './schema'
import { writeMessage } from './write-message'

/** Hands one leased mail in and keeps what came of it; false when it did not leave. */
export async function deliverMail(mail: DueMail, composers: Composers, post: Post): Promise<boolean> {
  if (mail.hasLeft) return await keepFailure(mail, 'address_left', '')
  const own = { subject: mail.ownSubject, opening: mail.ownOpening }
  const message = await writeMessage(mail, composers, own).catch((error: Error) => {
    log.error({ mail: mail.id, kind: mail.kind, error }, 'a mail could not be written')
    return null
  })
  if (!message) return await keepFailure(mail, 'unreadable', '')
  try {
    await post.sendMail({ ...message, signal: AbortSignal.timeout(patienceSeconds * 1_000) })
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
           to_address = CASE WHEN ${failure === 'address_left'} THEN '' ELSE to_address END,
           next_attempt_at = now() + make_interval(secs => ${delay})
     WHERE id = ${mail.id}::uuid AND state = 'waiting'`
  return false
}
