'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/lib/action'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { eraseMe } from '@/lib/registrations/erase-me'

/** Forgets everything; the page that says so knows nobody any more. */
export async function eraseThis(data: FormData): Promise<void> {
  const key = await requireAttendee(textOf(data, 'registration'))
  await eraseMe(key)
  redirect('/my?said=erased')
}
