import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { clientAddress } from '@/app/client-address'
import { changeRefusalSentence } from '@/app/my/change-sentences'
import { problemState } from '@/app/problem-state'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import type { Language } from '@/lib/languages'
import { readForm } from '@/lib/registrations/read-form'
import { sealAnswer } from '@/lib/registrations/seal-answer'
import { takeOver } from '@/lib/registrations/take-over'
import { getEventToActOn } from '../find-event'

/** Registers somebody in the place that was passed on to them; a refusal gives back everything that was typed. */
export async function takeTransfer(slug: string, data: FormData): Promise<FormState> {
  const values = readValues(data)
  const event = await getEventToActOn(slug)
  const read = readForm(values)
  if (!read.ok) return await problemState(values, read.problems)
  const answer = await takeOver(event.id, read.input, {
    language: (await getLocale()) as Language,
    networkAddress: await clientAddress(),
    token: values.transfer?.[0] ?? '',
  })
  if (answer.ok) redirect(`/events/${event.slug}/registered?answer=${sealAnswer(event.id, answer.value)}`)
  const t = await getTranslations('change')
  const formError = answer.refusal === 'wrong_answers' ? undefined : changeRefusalSentence(t, answer.refusal)
  return await problemState(values, answer.problems ?? {}, formError)
}
