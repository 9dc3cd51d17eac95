'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { changeRefusalSentence } from '@/app/my/change-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues, textOf } from '@/lib/action'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { transferPlace } from '@/lib/registrations/transfer-place'
import { withdrawTransfer } from '@/lib/registrations/withdraw-transfer'

/** Offers one's place to somebody else. */
export async function offerPlace(id: string, _before: FormState, data: FormData): Promise<FormState> {
  const key = await requireAttendee(id)
  const values = readValues(data)
  const answer = await transferPlace(key, values.theirEmail?.[0] ?? '')
  if (answer.ok) redirect(`/my/transfer/${id}?said=asked`)
  const t = await getTranslations('change')
  return { values, fieldErrors: { theirEmail: changeRefusalSentence(t, answer.refusal) } }
}

/** Keeps it after all. */
export async function keepPlace(data: FormData): Promise<void> {
  const key = await requireAttendee(textOf(data, 'registration'))
  const answer = await withdrawTransfer(key)
  redirect(
    `/my/transfer/${key.registrationId}?said=${answer.ok && answer.value.isNew ? 'withdrawn' : 'tooLate'}`,
  )
}
