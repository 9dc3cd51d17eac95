'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { problemSentence } from '@/components/registrations/register-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { admitWalkIn } from '@/lib/check-in/admit-walk-in'
import { deskDevice, deskInput } from '@/lib/check-in/schema'
import { now } from '@/lib/clock'
import { isId } from '@/lib/ids'
import { byHandInput } from '@/lib/registrations/by-hand-input'
import { type Problems, readForm } from '@/lib/registrations/read-form'
import { openDoor } from '../open-door'
import { walkInRefusal } from './walk-in-sentences'

type Desk = { slug: string; point: string; form: string }

/** Registers whoever came unannounced and shows the door's answer; a refusal gives back everything that was typed. */
export async function admit(desk: Desk, _before: FormState, data: FormData): Promise<FormState> {
  const { slug, point } = deskInput.safeParse(desk).data ?? notFound()
  const { key } = await openDoor(slug)
  const values = readValues(data)
  const id = values.submissionId?.[0] ?? ''
  if (!isId(id)) notFound()
  const read = readForm(values)
  const how = byHandInput.safeParse({
    agreed: values.agreed?.[0],
    isTold: true,
    isForced: values.isForced?.[0] === 'on',
    reason: values.reason?.[0] ?? '',
    language: values.language?.[0],
  })
  if (!read.ok || !how.success) {
    const problems = read.ok ? {} : read.problems
    const ours = how.success ? [] : how.error.issues.map(({ path }) => [String(path[0]), 'missing'])
    return await stateWith(values, { ...problems, ...(Object.fromEntries(ours) as Problems) })
  }
  const fact = { id, at: now(), point: point || undefined, device: deskDevice }
  const answer = await admitWalkIn(key, read.input, { ...how.data, ...fact })
  if (answer.ok) redirect(`/check-in/${slug}?${new URLSearchParams({ point, answer: id })}`)
  if (answer.refusal === 'wrong_answers') return await stateWith(values, answer.problems ?? {})
  const sentence = walkInRefusal(await getTranslations('checkIn.walkIn'), answer.refusal)
  return answer.refusal === 'reason_missing'
    ? { values, fieldErrors: { reason: sentence } }
    : { values, fieldErrors: {}, formError: sentence }
}

async function stateWith(values: FormState['values'], problems: Problems): Promise<FormState> {
  const t = await getTranslations('register')
  const said = Object.entries(problems).map(([control, problem]) => [control, problemSentence(t, problem)])
  return { values, fieldErrors: Object.fromEntries(said) }
}
