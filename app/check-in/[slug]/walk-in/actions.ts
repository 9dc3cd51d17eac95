'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { problemState } from '@/app/problem-state'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { admitWalkIn } from '@/lib/check-in/admit-walk-in'
import { deskDevice, deskInput } from '@/lib/check-in/schema'
import { now } from '@/lib/clock'
import { isId } from '@/lib/ids'
import { readByHand } from '@/lib/registrations/read-by-hand'
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
  const read = readByHand(values, true)
  if (!read.ok) return await problemState(values, read.problems)
  const fact = { id, at: now(), point: point || undefined, device: deskDevice }
  const answer = await admitWalkIn(key, read.input, { ...read.how, ...fact })
  if (answer.ok) redirect(`/check-in/${slug}?${new URLSearchParams({ point, answer: id })}`)
  if (answer.refusal === 'wrong_answers') return await problemState(values, answer.problems ?? {})
  const sentence = walkInRefusal(await getTranslations('checkIn.walkIn'), answer.refusal)
  return answer.refusal === 'reason_missing'
    ? { values, fieldErrors: { reason: sentence } }
    : { values, fieldErrors: {}, formError: sentence }
}
