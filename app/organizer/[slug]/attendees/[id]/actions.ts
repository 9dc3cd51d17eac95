'use server'

import { notFound, redirect } from 'next/navigation'
import { cancelByOrganizer } from '@/lib/registrations/cancel'
import { openDesk } from '../../open-desk'

export async function cancelOnBehalf(slug: string, id: string): Promise<void> {
  const key = await openDesk(slug, `/attendees/${id}`)
  const cancelled = await cancelByOrganizer(key, id)
  if (!cancelled.ok) notFound()
  redirect(`/organizer/${slug}/attendees/${id}?done=cancelled`)
}
