'use server'

import { redirect } from 'next/navigation'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { cancelMine } from '@/lib/registrations/cancel'
import { resendMail } from '@/lib/registrations/resend-mail'

/** Gives everything back; the page then says so. */
export async function cancelThis(data: FormData): Promise<void> {
  const key = await requireAttendee(String(data.get('registration')))
  const answer = await cancelMine(key)
  redirect(answer.ok ? '/my' : '/my?said=over')
}

export async function resendThis(data: FormData): Promise<void> {
  const key = await requireAttendee(String(data.get('registration')))
  const answer = await resendMail(key)
  redirect(answer.ok ? '/my?said=resent' : '/my?said=tooOften')
}
