import { notFound } from 'next/navigation'
import { requireCheckIn } from '@/lib/auth/require-check-in'
import { requireUser } from '@/lib/auth/require-user'
import { findPublicEventRef } from '@/lib/events/queries'

/** Strangers are sent to sign in before they can learn which names are events. */
export async function openDoor(slug: string) {
  const here = `/check-in/${slug}`
  await requireUser(here)
  const event = await findPublicEventRef(slug)
  if (!event) notFound()
  return { event, key: await requireCheckIn(event.id, here) }
}
