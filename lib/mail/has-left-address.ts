import 'server-only'
import type { db, Transaction } from '../db/client'

type Sent = { id: string; registrationId: string | null; toAddress: string }

/** Whether the person a mail was for has another address since: the old one was told so. */
export async function hasLeftAddress(
  tx: Transaction | ReturnType<typeof db>,
  { id, registrationId, toAddress }: Sent,
): Promise<boolean> {
  if (!registrationId) return false
  const told = { kind: 'email_changed', registrationId, id: { gt: id } }
  const there = { equals: toAddress, mode: 'insensitive' } as const
  return (await tx.outboxMail.count({ where: { ...told, toAddress: there } })) > 0
}
