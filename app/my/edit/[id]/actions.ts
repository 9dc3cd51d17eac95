'use server'

import { redirect } from 'next/navigation'
import { clientAddress } from '@/app/client-address'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { changeAnswers } from '@/lib/registrations/change-answers'
import { changeLateAnswers } from '@/lib/registrations/change-late-answers'
import { answerTo } from './answer-to'

/** Changes what was said, by the whole form or the short one; what is typed stays where it is refused. */
export async function saveAnswers(id: string, _before: FormState, data: FormData): Promise<FormState> {
  const key = await requireAttendee(id)
  const values = readValues(data)
  const answer = values.late
    ? await changeLateAnswers(key, values)
    : await changeAnswers(key, values, await clientAddress())
  if (!answer.ok) return await answerTo(key, values, answer)
  if ('hasRoom' in answer.value) redirect('/my?said=roomCame')
  redirect(answer.value.changed.length > 0 ? '/my?said=changed' : '/my?said=unchanged')
}
