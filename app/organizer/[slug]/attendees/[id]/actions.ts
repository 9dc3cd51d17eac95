'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { emptyFormState, type FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { isId } from '@/lib/ids'
import { readAllergies } from '@/lib/meals/read-allergies'
import { type ApproveRefusal, approve, declineApplication } from '@/lib/registrations/approve'
import { cancelByOrganizer } from '@/lib/registrations/cancel'
import { requestEmailChangeFor } from '@/lib/registrations/request-email-change'
import { openDeskToAct } from '../../open-desk'

export async function cancelOnBehalf(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, `/attendees/${id}`)
  const cancelled = isId(id) ? await cancelByOrganizer(key, id) : notFound()
  if (!cancelled.ok) notFound()
  redirect(`/organizer/${slug}/attendees/${id}?done=cancelled`)
}

export async function letIn(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, `/attendees/${id}`)
  const answer = isId(id) ? await approve(key, id) : notFound()
  saySo(slug, id, answer.ok ? 'approved' : answer.refusal)
}

export async function turnDown(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, `/attendees/${id}`)
  const answer = isId(id) ? await declineApplication(key, id) : notFound()
  saySo(slug, id, answer.ok ? 'declined' : answer.refusal)
}

/** Writes to the address at which somebody says they are; nothing changes until its mailbox has answered. */
export async function writeToAddress(
  slug: string,
  id: string,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const key = await openDeskToAct(slug, `/attendees/${id}`)
  const values = readValues(data)
  const answer = isId(id) ? await requestEmailChangeFor(key, id, values.theirEmail?.[0] ?? '') : notFound()
  if (answer.ok) redirect(`/organizer/${slug}/attendees/${id}?done=written`)
  if (answer.refusal === 'unknown_registration') notFound()
  const t = await getTranslations('organizer.person.address')
  return { values, fieldErrors: { theirEmail: t(`refusals.${answer.refusal}`) } }
}

function saySo(slug: string, id: string, word: Decided): never {
  if (word === 'unknown_registration') notFound()
  redirect(`/organizer/${slug}/attendees/${id}?said=${word}`)
}

type Decided = 'approved' | 'declined' | ApproveRefusal

/** Hands them to the page that asked, once: they stand in no address and are gone with the next reload. */
export async function showAllergies(slug: string, id: string): Promise<FormState> {
  const key = await openDeskToAct(slug, `/attendees/${id}`)
  if (!isId(id)) notFound()
  const read = await readAllergies(key, id)
  if (!read.ok) notFound()
  return { ...emptyFormState, values: { allergies: [read.value] } }
}
