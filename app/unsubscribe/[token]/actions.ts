'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/lib/action'
import { optOut } from '@/lib/group-mails/opt-out'

/** The button of the page; whether it changed anything, the page says. */
export async function decideMails(data: FormData): Promise<void> {
  const token = textOf(data, 'token')
  await optOut(token, textOf(data, 'wanted') !== 'yes')
  redirect(`/unsubscribe/${encodeURIComponent(token)}`)
}
