'use server'

import { redirect } from 'next/navigation'
import { mailFilter } from '@/lib/mail/schema'
import { tryFailedAgain } from '@/lib/mail/try-failed-again'
import { openDeskToAct } from '../open-desk'

/** All failed mails that fit what was shown; the page then says how many it were. */
export async function tryAllAgain(slug: string, query: string): Promise<void> {
  const key = await openDeskToAct(slug, '/mails')
  const count = await tryFailedAgain(key, mailFilter.parse(Object.fromEntries(new URLSearchParams(query))))
  redirect(`/organizer/${slug}/mails?tried=${count}`)
}
