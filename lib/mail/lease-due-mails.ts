import 'server-only'
import { db } from '../db/client'
import { hasLeft } from './has-left-address'
import type { OutboxFacts } from './schema'

// Whoever hands a mail in gives up before, so that nobody takes over one that may still arrive.
const leaseSeconds = 120
export const patienceSeconds = leaseSeconds - 10

export type DueMail = OutboxFacts & {
  toAddress: string
  sealed: string | null
  attempts: number
  ownSubject: string | null
  ownOpening: string | null
  /** Its person is reached elsewhere by now: it leaves no more. */
  hasLeft: boolean
}

/**
 * Marks up to `most` mails that are due as being handed in by this process, and answers them. One statement, so that
 * the rows are locked only while they are marked and nobody waits for a mail server.
 */
export async function leaseDueMails(most: number): Promise<DueMail[]> {
  return await db().$queryRaw<DueMail[]>`
    UPDATE outbox_mail SET leased_until = now() + make_interval(secs => ${leaseSeconds})
     WHERE id IN (SELECT id FROM outbox_mail
                   WHERE state = 'waiting' AND next_attempt_at <= now()
                     AND (leased_until IS NULL OR leased_until < now())
                   ORDER BY next_attempt_at, id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING id, event_id AS "eventId", registration_id AS "registrationId", kind, language, to_name AS "toName",
              to_address AS "toAddress", facts, sealed, attempts, created_at AS "createdAt",
              (SELECT subject FROM mail_text t WHERE (t.event_id, t.kind, t.language)
                    = (outbox_mail.event_id, outbox_mail.kind, outbox_mail.language)) AS "ownSubject",
              (SELECT opening FROM mail_text t WHERE (t.event_id, t.kind, t.language)
                    = (outbox_mail.event_id, outbox_mail.kind, outbox_mail.language)) AS "ownOpening", ${hasLeft}`
}
