'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { changeRefusalSentence } from '@/app/my/change-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { requestEmailChange } from '@/lib/registrations/request-email-change'

/** Writes to the address somebody wants to use from now on. */
export async function askForAddress(id: string, _before: FormState, data: FormData): Promise<FormState> {
  const key = await requireAttendee(id)
  const values = readValues(data)
  const answer = await requestEmailChange(key, values.newEmail?.[0] ?? '')
  if (answer.ok) redirect(`/my/email/${id}?said=asked`)
  const t = await getTranslations('change')
  return { values, fieldErrors: { newEmail: changeRefusalSentence(t, answer.refusal) } }
}
