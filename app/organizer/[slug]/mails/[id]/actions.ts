'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { emptyFormState, type FormState } from '@/components/ui/form/form-state'
import { isId } from '@/lib/ids'
import type { SendAgainRefusal } from '@/lib/mail/schema'
import { sendAgain } from '@/lib/mail/send-again'
import { openDeskToAct } from '../../open-desk'

export async function sendMailAgain(slug: string, id: string): Promise<FormState> {
  const key = await openDeskToAct(slug, `/mails/${id}`)
  if (!isId(id)) notFound()
  const sent = await sendAgain(key, id)
  if (sent.ok) redirect(`/organizer/${slug}/mails/${sent.value}?done=again`)
  const t = await getTranslations('mail.page')
  const sentences = {
    not_found: t('refusals.not_found'),
    still_waiting: t('refusals.still_waiting'),
    too_soon: t('refusals.too_soon'),
    cannot_be_repeated: t('refusals.cannot_be_repeated'),
  } satisfies Record<SendAgainRefusal, string>
  return { ...emptyFormState, formError: sentences[sent.refusal] }
}
