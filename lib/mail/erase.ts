import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { countsOf, daysBefore, type EventErasure, type OwnErasure } from '../erasure'
import { keptAfterEvent } from '../retention'
import { teamMailKinds } from './schema'

/** What mails said. One that was written after the event is kept as long from then. */
export const bodyErasure: EventErasure = {
  count: async (isDue) =>
    countsOf(
      await db().$queryRaw`
        SELECT event_id, count(*)::integer AS count FROM outbox_mail
         WHERE event_id IS NOT NULL AND facts <> '{}' AND created_at < ${dueBefore(isDue)} GROUP BY event_id`,
    ),
  erase: (tx, { eventId, most, before }) =>
    tx.$executeRaw`
      UPDATE outbox_mail SET facts = '{}', sealed = NULL, last_error = NULL,
             state = CASE WHEN state = 'waiting' THEN 'failed' ELSE state END
       WHERE id IN (SELECT id FROM outbox_mail WHERE event_id = ${eventId}::uuid AND facts <> '{}'
          AND created_at < ${dueBefore()} AND created_at <= ${before} LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
}

/** To whom mails went. */
export const addressErasure: EventErasure = {
  count: async () =>
    countsOf(
      await db().$queryRaw`
        SELECT event_id, count(*)::integer AS count FROM outbox_mail
         WHERE event_id IS NOT NULL AND facts = '{}' AND (to_address <> '' OR to_name <> '') GROUP BY event_id`,
    ),
  erase: (tx, { eventId, most, before }) =>
    tx.$executeRaw`
      UPDATE outbox_mail SET to_name = '', to_address = ''
       WHERE id IN (SELECT id FROM outbox_mail WHERE event_id = ${eventId}::uuid AND facts = '{}'
          AND (to_address <> '' OR to_name <> '') AND created_at <= ${before} LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
}

/** Mails of the house itself, to those who sign in. */
export const houseMailErasure: OwnErasure = {
  count: () => db().outboxMail.count({ where: ofTheHouse() }),
  erase: async () => (await db().outboxMail.deleteMany({ where: ofTheHouse() })).count,
}

const dueBefore = (isDue = true) => daysBefore(now(), isDue ? keptAfterEvent.mails : -1)
const ofTheHouse = () => ({ eventId: null, createdAt: { lt: dueBefore() } })

/**
 * Mails about some registrations: what still waits never leaves; of the others only that they were, and when, is kept.
 * `byAddress` erases what reached their addresses for another reason, too.
 */
export async function eraseMailsOf(
  tx: Transaction,
  registrationIds: string[],
  { byAddress = true }: { byAddress?: boolean } = {},
): Promise<void> {
  const registrationId = { in: registrationIds }
  await tx.outboxMail.deleteMany({ where: { registrationId, state: 'waiting' } })
  await tx.outboxMail.updateMany({
    where: { registrationId },
    data: { toName: '', toAddress: '', facts: {}, sealed: null, lastError: null },
  })
  if (byAddress) await eraseByAddress(tx, registrationIds)
  // Whoever shared a room with them was told their name.
  await tx.$executeRaw`
    UPDATE outbox_mail SET facts = jsonb_set(facts, '{room,roommate}', '"–"')
     WHERE event_id IN (SELECT event_id FROM registration WHERE id = ANY (${registrationIds}::uuid[]))
       AND facts #>> '{room,roommateId}' = ANY (${registrationIds})`
}

// An invitation, or somebody else's place. Whoever registered anew with the same address keeps the mails of that
// registration, which is not the one that is forgotten; whoever is of the team, too, keeps what they get as such.
async function eraseByAddress(tx: Transaction, registrationIds: string[]): Promise<void> {
  await tx.$executeRaw`
    WITH person AS (SELECT id, event_id, email_normalized AS address FROM registration
        WHERE id = ANY (${registrationIds}::uuid[]) AND email_normalized <> ''
      UNION SELECT registration_id, event_id, lower(email) FROM invitation
        WHERE registration_id = ANY (${registrationIds}::uuid[]) AND email <> '')
    UPDATE outbox_mail SET to_name = '', to_address = '', facts = '{}', sealed = NULL, last_error = NULL,
           state = CASE WHEN state = 'waiting' THEN 'failed' ELSE state END
      FROM person WHERE outbox_mail.event_id = person.event_id AND lower(to_address) = person.address
       AND kind <> ALL (${teamMailKinds})
       AND NOT EXISTS (SELECT 1 FROM registration other WHERE other.id = outbox_mail.registration_id
                          AND other.id <> person.id AND other.email_normalized = person.address)`
}
