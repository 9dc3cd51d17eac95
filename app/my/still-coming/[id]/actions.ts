'use server'

import { redirect } from 'next/navigation'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { cancelMine } from '@/lib/registrations/cancel'
import { sayStillComing } from '@/lib/registrations/say-still-coming'

/** The page says by itself what became of it, also of an answer that came too late. */
export async function sayYes(id: string): Promise<void> {
  await sayStillComing(await requireAttendee(id))
  redirect(`/my/still-coming/${id}`)
}

export async function sayNo(id: string): Promise<void> {
  await cancelMine(await requireAttendee(id))
  redirect(`/my/still-coming/${id}`)
}
