import { saySpan } from '@/lib/dates'
import type { EventSummary } from '@/lib/events/schema'
import type { Language } from '@/lib/languages'
import { Anchor } from '../ui/anchor'
import { CalendarIcon, PinIcon } from '../ui/icons'

/** One event as a ticket: its strip, its name, when and where. */
export function EventCard({ event, language }: { event: EventSummary; language: Language }) {
  return (
    <article
      className="relative h-full overflow-hidden rounded border border-line bg-surface hover:border-line-strong"
      data-accent={event.accent ?? undefined}
    >
      <span aria-hidden="true" className="block bg-accent pt-3 pb-3">
        <span className="mx-auto block h-3 w-16 rounded-full bg-paper" />
      </span>
      <div className="space-y-3 px-6 py-6">
        <h2 className="text-2xl [overflow-wrap:anywhere]">
          <Anchor className="after:absolute after:inset-0" href={`/events/${event.slug}`}>
            {event.title}
          </Anchor>
        </h2>
        <p className="flex gap-2">
          <CalendarIcon className="mt-1 shrink-0" />
          <span className="text-balance">
            {saySpan(event.startsAt, event.endsAt, event.timezone, language)}
          </span>
        </p>
        {event.venueName && (
          <p className="flex gap-2">
            <PinIcon className="mt-1 shrink-0" />
            {event.venueName}
          </p>
        )}
        {event.summary && <p className="text-muted">{event.summary}</p>}
      </div>
    </article>
  )
}
