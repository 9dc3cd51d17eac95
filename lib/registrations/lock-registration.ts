import 'server-only'
import type { Transaction } from '../db/client'

/**
 * Until this transaction ends nobody else changes, ends or erases this registration. After `lockPools` where places
 * move, and before any row that belongs to it: its links, its mails.
 */
export async function lockRegistration(tx: Transaction, registrationId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM registration WHERE id = ${registrationId}::uuid FOR UPDATE`
}

/**
 * The same for one and for everybody who had links sent to its address, before all of these links go: in one order, as
 * two could wait for each other else.
 */
export async function lockWithLinks(tx: Transaction, registrationId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM registration r
     WHERE r.id = ${registrationId}::uuid
        OR r.id IN (SELECT t.registration_id FROM registration_token t JOIN registration me ON me.event_id = t.event_id AND me.email_normalized = lower(t.email)
                     WHERE me.id = ${registrationId}::uuid)
     ORDER BY r.id FOR UPDATE`
}
