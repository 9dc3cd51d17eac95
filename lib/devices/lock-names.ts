import 'server-only'
import type { Transaction } from '../db/client'

/** Whoever names a phone of an event takes turns, so that a name which was free stays free until it is taken. */
export async function lockNames(tx: Transaction, eventId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`devices ${eventId}`}, 0))`
}

/** Also by a phone that is out: its scans are still called so. */
export async function isNameTaken(
  tx: Transaction,
  { eventId, name, exceptId }: { eventId: string; name: string; exceptId?: string },
): Promise<boolean> {
  const others = exceptId ? { id: { not: exceptId } } : {}
  return (
    (await tx.device.count({ where: { eventId, name: { equals: name, mode: 'insensitive' }, ...others } })) >
    0
  )
}
