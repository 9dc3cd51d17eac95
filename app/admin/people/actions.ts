'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { adminRefusal } from '@/components/admin/admin-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { inviteAdmin } from '@/lib/auth/make-admin'
import { requireAdmin } from '@/lib/auth/require-admin'
import { adminInvitationInput } from '@/lib/auth/schema'

/** Somebody is made an admin by address, and told so by mail. */
export async function askAdminIn(_before: FormState, data: FormData): Promise<FormState> {
  const key = await requireAdmin('/admin/people')
  const t = await getTranslations('admin')
  const values = readValues(data)
  const read = adminInvitationInput.safeParse({
    email: values.email?.[0] ?? '',
    language: values.language?.[0],
  })
  if (!read.success) return { values, fieldErrors: { email: t('people.notAnAddress') } }
  const made = await inviteAdmin(key, read.data)
  if (!made.ok) return { values, fieldErrors: {}, formError: adminRefusal(t, made.refusal) }
  redirect(`/admin/people?only=admins&said=${made.value.isNew ? 'invited' : 'already'}`)
}
