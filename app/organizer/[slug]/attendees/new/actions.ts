'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { problemState } from '@/app/problem-state'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { addByHand } from '@/lib/registrations/add-by-hand'
import { readByHand } from '@/lib/registrations/read-by-hand'
import { openDeskToAct } from '../../open-desk'
import { addRefusal } from './add-sentences'

/** Keeps somebody whom an organizer tells us of; a refusal gives back everything that was typed. */
export async function addPerson(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  const key = await openDeskToAct(slug, '/attendees/new')
  const values = readValues(data)
  const read = readByHand(values)
  if (!read.ok) return await problemState(values, read.problems)
  const answer = await addByHand(key, read.input, read.how)
  if (answer.ok) redirect(`/organizer/${slug}/attendees/${answer.value.id}?done=added`)
  if (answer.refusal === 'wrong_answers') return await problemState(values, answer.problems ?? {})
  const t = await getTranslations('organizer.byHand')
  const sentence = addRefusal(t, answer.refusal)
  return answer.refusal === 'reason_missing'
    ? { values, fieldErrors: { reason: sentence } }
    : { values, fieldErrors: {}, formError: sentence }
}
