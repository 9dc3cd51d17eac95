import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { askedQuery } from '@/app/asked-query'
import { findPublicEvent, findPublicEventRef } from '@/lib/events/queries'
import type { EventView } from '@/lib/events/schema'

/** The published event of this address; old names lead on for good, everything else is not found. */
export const findEvent = cache(async (slug: string, below = ''): Promise<EventView> => {
  const event = await getEventToActOn(slug)
  if (event.slug === slug) return event
  permanentRedirect(`/events/${event.slug}${below}${await askedQuery()}`)
})

/** The same for an action: a form that was opened before a rename is read, for a redirect would lose what it says. */
export const getEventToActOn = async (slug: string): Promise<EventView> =>
  (await findEventWherever(slug)) ?? notFound()

/** The published event of this name, present or old. */
export async function findEventWherever(slug: string): Promise<EventView | null> {
  const event = await findPublicEvent(slug)
  if (event) return event
  const movedTo = (await findPublicEventRef(slug))?.movedTo
  return movedTo ? await findPublicEvent(movedTo) : null
}
