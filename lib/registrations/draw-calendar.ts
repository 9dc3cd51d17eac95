import { calendarFile } from '../calendar'
import { env } from '../env'
import type { Letter } from '../mail/schema'
import type { MailFacts } from './schema'

/** The event as a calendar file; the same UID everywhere, so that a newer or cancelled copy replaces an older one. */
export function drawCalendar(
  { event }: MailFacts,
  {
    stampAt,
    description,
    isCancelled = false,
  }: { stampAt: Date; description: string; isCancelled?: boolean },
): Letter['calendar'] {
  const entry = {
    uid: `${event.id}@${new URL(env().baseUrl).hostname}`, // as in lib/events/export.ts
    sequence: event.sequence,
    startsAt: new Date(event.startsAt),
    endsAt: new Date(event.endsAt),
    stampAt,
    title: event.title,
    description,
    location: [event.venueName, event.venueAddress].filter(Boolean).join(', '),
    url: `${env().baseUrl}/events/${event.slug}`,
    cancelled: isCancelled,
  }
  return { filename: `${event.slug}.ics`, text: calendarFile({ name: event.title, events: [entry] }) }
}
