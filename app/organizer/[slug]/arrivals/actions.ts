'use server'

import { notFound, redirect } from 'next/navigation'
import { lookAt } from '@/lib/check-in/look-at'
import { isId } from '@/lib/ids'
import { openDeskToAct } from '../open-desk'

/** One line of what a human should look at was looked at. */
export async function lookAtThis(slug: string, factId: string): Promise<void> {
  const key = await openDeskToAct(slug, '/arrivals')
  if (!isId(factId) || !(await lookAt(key, factId)).ok) notFound()
  redirect(`/organizer/${slug}/arrivals`)
}
