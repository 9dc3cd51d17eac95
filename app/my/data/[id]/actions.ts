'use server'

import { notFound, redirect } from 'next/navigation'
import { textOf } from '@/lib/action'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { withdrawableConsents } from '@/lib/registrations/rules'
import { withdrawConsent } from '@/lib/registrations/withdraw-consent'

/** Takes one consent back, with what was told under it. */
export async function withdrawThis(data: FormData): Promise<void> {
  const key = await requireAttendee(textOf(data, 'registration'))
  const kind = withdrawableConsents.find((one) => one === textOf(data, 'consent')) ?? notFound()
  const answer = await withdrawConsent(key, kind)
  redirect(`/my/data/${key.registrationId}?said=${answer.ok && answer.value.isNew ? 'withdrawn' : 'nothing'}`)
}
