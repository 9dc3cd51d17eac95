'use server'

import { redirect } from 'next/navigation'
import { optOut } from '@/lib/group-mails/opt-out'

/** The button of the page; whether it changed anything, the page says. */
export async function decideMails(data: FormData): Promise<void> {
  const token = String(data.get('token') ?? '')
  await optOut(token, data.get('wanted') !== 'yes')
  redirect(`/unsubscribe/${encodeURIComponent(token)}`)
}
