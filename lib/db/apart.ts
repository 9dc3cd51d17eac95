import 'server-only'
import type { Transaction } from './client'

/**
 * One step of a longer transaction that can fail alone: whatever it has written before it throws is undone, and what
 * was written before it stays. The error is the caller's to judge.
 */
export async function apart<T>(tx: Transaction, act: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`SAVEPOINT apart`
  try {
    const made = await act()
    await tx.$executeRaw`RELEASE SAVEPOINT apart`
    return made
  } catch (error) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT apart`
    throw error
  }
}
