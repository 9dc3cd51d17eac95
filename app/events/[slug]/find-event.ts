import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { findPublicEvent, findPublicEventRef } from '@/lib/events/queries'
import type { EventView } from '@/lib/events/schema'

/** The published event of this address; old names lead on for good, everything else is not found. */
export const findEvent = cache(async (slug: string, below = ''): Promise<EventView> => {
  const event = await findPublicEvent(slug)
  if (event) return event
  const ref = await findPublicEventRef(slug)
  if (ref?.movedTo && ref.status !== 'draft') permanentRedirect(`/events/${ref.movedTo}${below}`)
  notFound()
})
