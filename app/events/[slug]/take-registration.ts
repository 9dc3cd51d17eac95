import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { clientAddress } from '@/app/client-address'
import { problemState } from '@/app/problem-state'
import { refusalSentence } from '@/components/registrations/register-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import type { Language } from '@/lib/languages'
import { getPublicOffer } from '@/lib/registrations/queries'
import { readForm } from '@/lib/registrations/read-form'
import { register } from '@/lib/registrations/register'
import { sealAnswer } from '@/lib/registrations/seal-answer'
import { getEventToActOn } from './find-event'

/**
 * Registers whoever filled in the form, on the event's own page or inside a frame. A success shows where the person
 * stands, a refusal gives back everything that was typed.
 */
export async function takeRegistration(
  slug: string,
  data: FormData,
  place: 'page' | 'frame',
): Promise<FormState> {
  const values = readValues(data)
  const event = await getEventToActOn(slug)
  const read = readForm(values)
  if (!read.ok) return await problemState(values, read.problems)
  const language = (await getLocale()) as Language
  const from = { language, networkAddress: await clientAddress() }
  const answer = await register(await getPublicOffer(event), read.input, from)
  if (!answer.ok) {
    const t = await getTranslations('register')
    const formError = answer.refusal === 'wrong_answers' ? undefined : refusalSentence(t, answer.refusal)
    return await problemState(values, answer.problems ?? {}, formError)
  }
  const sealed = sealAnswer(event.id, answer.value)
  if (place === 'frame') redirect(`/events/${event.slug}/embed?lang=${language}&answer=${sealed}`)
  redirect(`/events/${event.slug}/registered?answer=${sealed}`)
}
