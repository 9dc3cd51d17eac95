'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/lib/action'
import { agreeToEmailChange, stopEmailChange } from '@/lib/auth/answer-email-change'

/** The button in either mailbox; the page it leads back to says what is missing still. */
export async function agreeHere(data: FormData): Promise<void> {
  const token = textOf(data, 'token')
  const answer = await agreeToEmailChange(token)
  back(token, answer.ok ? answer.value : answer.refusal)
}

export async function stopHere(data: FormData): Promise<void> {
  const token = textOf(data, 'token')
  const answer = await stopEmailChange(token)
  back(token, answer.ok ? 'stopped' : answer.refusal)
}

function back(token: string, said: string): never {
  redirect(`/account/email/${encodeURIComponent(token)}?said=${said}`)
}
