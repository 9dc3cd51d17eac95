import 'server-only'
import type { Transaction } from '../db/client'

/**
 * Until this transaction ends nobody else changes, ends or erases this registration. After `lockPools` where places
 * move, and before any row that belongs to it: its links, its mails.
 */
export async function lockRegistration(tx: Transaction, registrationId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM registration WHERE id = ${registrationId}::uuid FOR UPDATE`
}
