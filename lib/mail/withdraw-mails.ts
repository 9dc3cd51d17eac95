import 'server-only'
import type { Transaction } from '../db/client'

/**
 * News that an address wants no more of (`optOutId` in its facts): what still waits never leaves, and answers its ids;
 * what failed has no address any more, so that nobody tries it again.
 */
export async function withdrawMails(tx: Transaction, eventId: string, optOutId: string): Promise<string[]> {
  const waiting = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM outbox_mail WHERE event_id = ${eventId}::uuid AND kind = 'group_message' AND state = 'waiting'
       AND facts ->> 'optOutId' = ${optOutId} RETURNING id`
  await tx.$executeRaw`
    UPDATE outbox_mail SET to_address = '' WHERE event_id = ${eventId}::uuid AND kind = 'group_message' AND state = 'failed'
       AND facts ->> 'optOutId' = ${optOutId}`
  return waiting.map(({ id }) => id)
}
