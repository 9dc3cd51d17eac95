import 'server-only'
import { notFound } from 'next/navigation'
import type { AdminKey } from '../keys'
import { requireUser } from './require-user'

/** The key of an installation's admin; for everybody else who is signed in there is nothing here. */
export async function requireAdmin(to?: string): Promise<AdminKey> {
  const user = await requireUser(to)
  if (!user.isAdmin) notFound()
  return { userId: user.id } as AdminKey
}

/** The same key where it only opens more; null for everybody else. */
export function adminKey(user: { id: string; isAdmin: boolean }): AdminKey | null {
  return user.isAdmin ? ({ userId: user.id } as AdminKey) : null
}
