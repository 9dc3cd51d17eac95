'use server'

import { redirect } from 'next/navigation'
import type { AdminRefusal } from '@/components/admin/admin-sentences'
import { disableAccount, enableAccount } from '@/lib/auth/disable-account'
import { makeAdmin } from '@/lib/auth/make-admin'
import { requireAdmin } from '@/lib/auth/require-admin'
import { resetSecondFactor } from '@/lib/auth/reset-second-factor'
import { unmakeAdmin } from '@/lib/auth/unmake-admin'
import { isId } from '@/lib/ids'
import { refused } from '@/lib/result'

export async function makeThemAdmin(id: string): Promise<void> {
  const key = await requireAdmin(`/admin/people/${id}`)
  say(id, 'made_admin', isId(id) ? await makeAdmin(key, id) : unknown)
}

export async function takeAdminAway(id: string): Promise<void> {
  const key = await requireAdmin(`/admin/people/${id}`)
  const taken = isId(id) ? await unmakeAdmin(key, id) : unknown
  // Whoever took it from themselves finds nothing here any more.
  if (taken.ok && id === key.userId) redirect('/organizer')
  say(id, 'unmade_admin', taken)
}

export async function lockOut(id: string): Promise<void> {
  const key = await requireAdmin(`/admin/people/${id}`)
  say(id, 'locked', isId(id) ? await disableAccount(key, id) : unknown)
}

export async function unlock(id: string): Promise<void> {
  const key = await requireAdmin(`/admin/people/${id}`)
  say(id, 'unlocked', isId(id) ? await enableAccount(key, id) : unknown)
}

export async function resetFactor(id: string): Promise<void> {
  const key = await requireAdmin(`/admin/people/${id}`)
  say(id, 'reset', isId(id) ? await resetSecondFactor(key, id) : unknown)
}

const unknown = refused('unknown_account' as const)

type Answer = { ok: true; value: { isNew: boolean } | null } | { ok: false; refusal: AdminRefusal }

function say(id: string, done: string, answer: Answer): never {
  const isOld = answer.ok && answer.value?.isNew === false
  redirect(`/admin/people/${id}?said=${answer.ok ? (isOld ? 'already' : done) : answer.refusal}`)
}
