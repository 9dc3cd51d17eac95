import 'server-only'
import type { CalendarEvent } from '../calendar'
import { env } from '../env'
import type { EventSummary } from './schema'

type Dated = EventSummary & { venueArrival?: string | null }

/** One event as a calendar entry; the same UID everywhere, so that a newer copy replaces an older one. */
export function calendarEvent(event: Dated): CalendarEvent {
  const { baseUrl } = env()
  return {
    uid: `${event.id}@${new URL(baseUrl).hostname}`,
    sequence: event.revision,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    stampAt: event.updatedAt,
    title: event.title,
    description: [event.summary, event.venueArrival].filter(Boolean).join('\n') || undefined,
    location: [event.venueName, event.venueAddress].filter(Boolean).join(', ') || undefined,
    url: `${baseUrl}/events/${event.slug}`,
    cancelled: event.status === 'cancelled',
  }
}
