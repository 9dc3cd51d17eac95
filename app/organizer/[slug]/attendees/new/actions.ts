'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { problemSentence } from '@/components/registrations/register-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { addByHand } from '@/lib/registrations/add-by-hand'
import { byHandInput } from '@/lib/registrations/by-hand-input'
import { type Problems, readForm } from '@/lib/registrations/read-form'
import { openDeskToAct } from '../../open-desk'
import { addRefusal } from './add-sentences'

/** Keeps somebody whom an organizer tells us of; a refusal gives back everything that was typed. */
export async function addPerson(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  const key = await openDeskToAct(slug, '/attendees/new')
  const values = readValues(data)
  const read = readForm(values)
  const how = byHandInput.safeParse({
    agreed: values.agreed?.[0],
    isTold: values.isTold?.[0] === 'on',
    isForced: values.isForced?.[0] === 'on',
    reason: values.reason?.[0] ?? '',
    language: values.language?.[0],
  })
  if (!read.ok || !how.success) {
    const problems = read.ok ? {} : read.problems
    const ours = how.success ? [] : how.error.issues.map(({ path }) => [String(path[0]), 'missing'])
    return await stateWith(values, { ...problems, ...(Object.fromEntries(ours) as Problems) })
  }
  const answer = await addByHand(key, read.input, how.data)
  if (answer.ok) redirect(`/organizer/${slug}/attendees/${answer.value.id}?done=added`)
  if (answer.refusal === 'wrong_answers') return await stateWith(values, answer.problems ?? {})
  const t = await getTranslations('organizer.byHand')
  const sentence = addRefusal(t, answer.refusal)
  return answer.refusal === 'reason_missing'
    ? { values, fieldErrors: { reason: sentence } }
    : { values, fieldErrors: {}, formError: sentence }
}

async function stateWith(values: FormState['values'], problems: Problems): Promise<FormState> {
  const t = await getTranslations('register')
  const said = Object.entries(problems).map(([control, problem]) => [control, problemSentence(t, problem)])
  return { values, fieldErrors: Object.fromEntries(said) }
}
