'use server'

import { redirect } from 'next/navigation'
import { confirmEmailChange } from '@/lib/registrations/confirm-email-change'

/** The button in the new mailbox; this browser holds the registration by its new link afterwards. */
export async function confirmAddressHere(data: FormData): Promise<void> {
  const token = String(data.get('token'))
  const answer = await confirmEmailChange(token)
  if (answer.ok) redirect(`/my/${answer.value.manageToken}`)
  redirect(`/my/change-email/${encodeURIComponent(token)}?said=${answer.refusal}`)
}
