'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { clientAddress } from '@/app/client-address'
import { problemSentence, refusalSentence } from '@/components/registrations/register-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import type { Language } from '@/lib/languages'
import { getPublicOffer } from '@/lib/registrations/queries'
import { type Problems, readForm } from '@/lib/registrations/read-form'
import { register } from '@/lib/registrations/register'
import { sealAnswer } from '@/lib/registrations/seal-answer'
import { findEvent } from '../find-event'

/** Registers; a success shows where the person stands, a refusal gives back everything that was typed. */
export async function registerHere(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  const values = readValues(data)
  const event = await findEvent(slug, '/register')
  const read = readForm(values)
  if (!read.ok) return await stateWith(values, read.problems)
  const language = (await getLocale()) as Language
  const from = { language, networkAddress: await clientAddress() }
  const answer = await register(await getPublicOffer(event), read.input, from)
  if (!answer.ok) return await stateWith(values, answer.problems ?? {}, answer.refusal)
  redirect(`/events/${event.slug}/registered?answer=${sealAnswer(event.id, answer.value)}`)
}

type Refusal = Parameters<typeof refusalSentence>[1]

async function stateWith(
  values: FormState['values'],
  problems: Problems,
  refusal?: Refusal,
): Promise<FormState> {
  const t = await getTranslations('register')
  const said = Object.entries(problems).map(([control, problem]) => [control, problemSentence(t, problem)])
  const formError = refusal && refusal !== 'wrong_answers' ? refusalSentence(t, refusal) : undefined
  return { values, fieldErrors: Object.fromEntries(said), formError }
}
