'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { problemSentence } from '@/components/registrations/register-sentences'
import { roomRefusalSentence } from '@/components/registrations/room-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { confirmBooking } from '@/lib/registrations/confirm-booking'
import { nameRoommate } from '@/lib/registrations/name-roommate'
import { needNoRoom } from '@/lib/registrations/need-no-room'
import { partFromRoommate } from '@/lib/registrations/part-from-roommate'
import { roommateInput } from '@/lib/registrations/schema'

/** The page then says whether both share, or that it waits for the other. */
export async function nameThem(id: string, _before: FormState, data: FormData): Promise<FormState> {
  const key = await requireAttendee(id)
  const values = readValues(data)
  const [t, asked] = [await getTranslations('my.room'), await getTranslations('register')]
  const read = roommateInput.safeParse(values.roommate?.[0] ?? '')
  if (!read.success) {
    const problem = read.error.issues[0]!.message as 'too_long' | 'unreadable'
    return { values, fieldErrors: { roommate: problemSentence(asked, problem) } }
  }
  const answer = await nameRoommate(key, { roommate: read.data, seen: values.seen?.[0] || null })
  if (!answer.ok) return { values, fieldErrors: {}, formError: roomRefusalSentence(t, answer.refusal) }
  redirect(`/my/share/${id}?said=${read.data ? 'named' : 'unnamed'}`)
}

export async function leaveThem(id: string): Promise<void> {
  const answer = await partFromRoommate(await requireAttendee(id))
  redirect(`/my/share/${id}?said=${answer.ok ? 'parted' : answer.refusal}`)
}

export async function sayBooked(id: string): Promise<void> {
  const answer = await confirmBooking(await requireAttendee(id))
  redirect(answer.ok ? '/my' : '/my?said=noRoom')
}

export async function needNone(id: string): Promise<void> {
  await needNoRoom(await requireAttendee(id))
  redirect('/my')
}
