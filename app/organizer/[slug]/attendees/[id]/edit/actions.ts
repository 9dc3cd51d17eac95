'use server'

import { notFound, redirect } from 'next/navigation'
import { answerTo } from '@/app/my/edit/[id]/answer-to'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { isId } from '@/lib/ids'
import { changeOnBehalf } from '@/lib/registrations/change-on-behalf'
import { openDeskToAct } from '../../../open-desk'

/** Changes what somebody said; what is typed stays where it is refused, also when another was faster. */
export async function changePerson(
  slug: string,
  id: string,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const key = await openDeskToAct(slug, `/attendees/${id}/edit`)
  const values = readValues(data)
  const answer = isId(id) ? await changeOnBehalf(key, id, values, values.isTold?.[0] === 'on') : notFound()
  if (!answer.ok && answer.refusal === 'unknown_registration') notFound()
  if (!answer.ok) return await answerTo(key, values, answer)
  const done = answer.value.changed.length > 0 ? 'changed' : 'unchanged'
  redirect(`/organizer/${slug}/attendees/${id}?done=${done}`)
}
