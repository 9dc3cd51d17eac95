'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { giveRoomSentence } from '@/components/organizer/person-room'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { reasonInput } from '@/lib/hotels/schema'
import { isId } from '@/lib/ids'
import { confirmStay } from '@/lib/registrations/confirm-booking'
import { giveRoom } from '@/lib/registrations/give-room'
import { releaseStay } from '@/lib/registrations/release-stay'
import { openDeskToAct } from '../../../open-desk'

export async function bookRoom(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, `/attendees/${id}`)
  const answer = isId(id) ? await confirmStay(key, id) : notFound()
  if (!answer.ok && answer.refusal === 'unknown_registration') notFound()
  redirect(`/organizer/${slug}/attendees/${id}?said=${answer.ok ? 'booked' : 'no_room'}`)
}

export async function releaseRoom(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, `/attendees/${id}`)
  const answer = isId(id) ? await releaseStay(key, id) : notFound()
  if (!answer.ok) notFound()
  redirect(`/organizer/${slug}/attendees/${id}?said=released`)
}

/** Beyond the contingent; the reason stays in the form when no room is given. */
export async function giveOneMore(
  slug: string,
  id: string,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const key = await openDeskToAct(slug, `/attendees/${id}`)
  if (!isId(id)) notFound()
  const values = readValues(data)
  const t = await getTranslations('organizer.room')
  const read = reasonInput.safeParse(values.reason?.[0] ?? '')
  const answer = await giveRoom(key, id, read.success ? read.data : '')
  if (answer.ok) redirect(`/organizer/${slug}/attendees/${id}?said=given`)
  if (answer.refusal === 'unknown_registration') notFound()
  if (answer.refusal === 'reason_missing')
    return { values, fieldErrors: { reason: giveRoomSentence(t, answer.refusal) } }
  return { values, fieldErrors: {}, formError: giveRoomSentence(t, answer.refusal) }
}
