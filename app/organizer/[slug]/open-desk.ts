import { notFound, permanentRedirect } from 'next/navigation'
import { requireOrganizer } from '@/lib/auth/require-organizer'
import { requireUser } from '@/lib/auth/require-user'
import { findPublicEventRef } from '@/lib/events/queries'
import type { OrganizerKey } from '@/lib/keys'

/** The key of the event an address names; `room` is where to come back to. Whoever is not signed in learns nothing. */
export async function openDesk(slug: string, room = ''): Promise<OrganizerKey> {
  const here = `/organizer/${slug}${room}`
  await requireUser(here)
  const event = await findPublicEventRef(slug)
  if (!event) notFound()
  const key = await requireOrganizer(event.id, here)
  if (event.movedTo) permanentRedirect(`/organizer/${event.movedTo}${room}`)
  return key
}
