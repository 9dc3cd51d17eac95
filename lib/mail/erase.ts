import 'server-only'
import type { Transaction } from '../db/client'

/** Mails about one registration: what still waits never leaves; of the others only that they were, and when, is kept. */
export async function eraseMailsOf(tx: Transaction, registrationId: string): Promise<void> {
  await tx.outboxMail.deleteMany({ where: { registrationId, state: 'waiting' } })
  await tx.outboxMail.updateMany({
    where: { registrationId },
    data: { toName: '', toAddress: '', facts: {}, sealed: null, lastError: null },
  })
  // What reached their address for another reason: an invitation, or somebody else's place. Whoever registered anew
  // with the same address keeps the mails of that registration, which is not the one that is forgotten.
  await tx.$executeRaw`
    WITH person AS (SELECT event_id, email_normalized AS address FROM registration WHERE id = ${registrationId}::uuid
      UNION SELECT event_id, lower(email) FROM invitation WHERE registration_id = ${registrationId}::uuid)
    UPDATE outbox_mail SET to_name = '', to_address = '', facts = '{}', sealed = NULL, last_error = NULL,
           state = CASE WHEN state = 'waiting' THEN 'failed' ELSE state END
      FROM person WHERE outbox_mail.event_id = person.event_id AND lower(to_address) = person.address
       AND NOT EXISTS (SELECT 1 FROM registration other WHERE other.id = outbox_mail.registration_id
                          AND other.id <> ${registrationId}::uuid AND other.email_normalized = person.address)`
  // Whoever shared a room with them was told their name.
  await tx.$executeRaw`
    UPDATE outbox_mail SET facts = jsonb_set(facts, '{room,roommate}', '"–"')
     WHERE event_id = (SELECT event_id FROM registration WHERE id = ${registrationId}::uuid)
       AND facts #>> '{room,roommateId}' = ${registrationId}`
}
