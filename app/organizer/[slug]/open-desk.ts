import { notFound, permanentRedirect } from 'next/navigation'
import { askedQuery } from '@/app/asked-query'
import { requireOrganizer } from '@/lib/auth/require-organizer'
import { requireUser } from '@/lib/auth/require-user'
import { findPublicEventRef } from '@/lib/events/queries'
import type { OrganizerKey } from '@/lib/keys'

/** The key of the event an address names; `room` is where to come back to. Whoever is not signed in learns nothing. */
export async function openDesk(slug: string, room = ''): Promise<OrganizerKey> {
  const { key, movedTo } = await enter(slug, room)
  if (movedTo) permanentRedirect(`/organizer/${movedTo}${room}${await askedQuery()}`)
  return key
}

/** The same for an action: a form that was opened before a rename is read, for a redirect would lose what it says. */
export const openDeskToAct = async (slug: string, room: string): Promise<OrganizerKey> =>
  (await enter(slug, room)).key

async function enter(slug: string, room: string): Promise<{ key: OrganizerKey; movedTo?: string }> {
  const here = `/organizer/${slug}${room}`
  await requireUser(here)
  const event = await findPublicEventRef(slug)
  if (!event) notFound()
  return { key: await requireOrganizer(event.id, here), movedTo: event.movedTo }
}
