'use server'

import { redirect } from 'next/navigation'
import { holdRegistration } from '@/app/my/hold-registration'
import { textOf } from '@/lib/action'
import { confirmEmailChange } from '@/lib/registrations/confirm-email-change'

/** The button in the new mailbox; this browser holds the registration by its new link afterwards. */
export async function confirmAddressHere(data: FormData): Promise<void> {
  const token = textOf(data, 'token')
  const answer = await confirmEmailChange(token)
  if (answer.ok) {
    await holdRegistration(answer.value.manageToken)
    redirect('/my')
  }
  redirect(`/my/change-email/${encodeURIComponent(token)}?said=${answer.refusal}`)
}
