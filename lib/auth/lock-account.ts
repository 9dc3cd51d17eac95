import 'server-only'
import type { Transaction } from '../db/client'

/** Whoever changes what an account signs in with goes one after the other. */
export async function lockAccount(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM user_account WHERE id = ${userId}::uuid FOR UPDATE`
}
