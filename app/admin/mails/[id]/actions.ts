'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { sendAgainRefusal } from '@/components/mails/send-again-refusal'
import { emptyFormState, type FormState } from '@/components/ui/form/form-state'
import { requireAdmin } from '@/lib/auth/require-admin'
import { isId } from '@/lib/ids'
import { sendAgain } from '@/lib/mail/send-again'

export async function sendHouseMailAgain(id: string): Promise<FormState> {
  const key = await requireAdmin(`/admin/mails/${id}`)
  if (!isId(id)) notFound()
  const sent = await sendAgain(key, id)
  if (sent.ok) redirect(`/admin/mails/${sent.value}?done=again`)
  const t = await getTranslations('mail.page')
  return { ...emptyFormState, formError: sendAgainRefusal(t, sent.refusal) }
}
