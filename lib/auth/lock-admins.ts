import 'server-only'
import type { Transaction } from '../db/client'
import type { AdminKey } from '../keys'
import type { AccountRefusal } from './schema'

/** Whoever changes who runs the house takes turns; the trigger `house_keeps_admin` locks the same. */
export async function lockAdmins(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('admins', 0))`
}

const runsTheHouse = { isAdmin: true, disabledAt: null } as const

/** Why the key's holder may not act any more, asked after the lock: two admins may lock each other out. */
export async function whyNotAdmin(
  tx: Transaction,
  { userId }: AdminKey,
): Promise<Extract<AccountRefusal, 'admin_no_more'> | null> {
  const mine = await tx.user.count({ where: { id: userId, ...runsTheHouse } })
  return mine > 0 ? null : 'admin_no_more'
}

/** Whether nobody else runs the house. */
export async function isLastAdmin(tx: Transaction, userId: string): Promise<boolean> {
  return (await tx.user.count({ where: { id: { not: userId }, ...runsTheHouse } })) === 0
}
