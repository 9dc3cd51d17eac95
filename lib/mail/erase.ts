import 'server-only'
import type { Transaction } from '../db/client'

/** Mails about one registration: what still waits never leaves; of the others only that they were, and when, is kept. */
export async function eraseMailsOf(tx: Transaction, registrationId: string): Promise<void> {
  await tx.outboxMail.deleteMany({ where: { registrationId, state: 'waiting' } })
  await tx.outboxMail.updateMany({
    where: { registrationId },
    data: { toName: '', toAddress: '', facts: {}, sealed: null, lastError: null },
  })
  // Whoever shared a room with them was told their name.
  await tx.$executeRaw`
    UPDATE outbox_mail SET facts = jsonb_set(facts, '{room,roommate}', '"–"')
     WHERE event_id = (SELECT event_id FROM registration WHERE id = ${registrationId}::uuid)
       AND facts #>> '{room,roommateId}' = ${registrationId}`
}
