import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { EventActivities } from '@/components/events/event-activities'
import { EventContacts } from '@/components/events/event-contacts'
import { EventDay } from '@/components/events/event-day'
import { EventEditions } from '@/components/events/event-editions'
import { EventHotels } from '@/components/events/event-hotels'
import { EventLead } from '@/components/events/event-lead'
import { EventMeals } from '@/components/events/event-meals'
import { EventTopics } from '@/components/events/event-topics'
import { now } from '@/lib/clock'
import { saySpan } from '@/lib/dates'
import { env } from '@/lib/env'
import { listPublicEditions } from '@/lib/events/queries'
import { defaultLanguage, isLanguage, type Language } from '@/lib/languages'
import { getPublicOffer } from '@/lib/registrations/queries'
import { openTo } from '@/lib/registrations/rules'
import { findEvent } from './find-event'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await findEvent((await params).slug)
  const { title } = event
  const language = event.languages.find(isLanguage) ?? defaultLanguage
  const when = saySpan(event.startsAt, event.endsAt, event.timezone, language)
  const description = [event.summary, `${when}${event.venueName ? `, ${event.venueName}` : ''}`]
    .filter(Boolean)
    .join(' ')
  const address = `/events/${event.slug}`
  const url = `${address}/opengraph-image?version=${event.revision}`
  const picture = { url, width: 1200, height: 630, type: 'image/png', alt: `${title}: ${when}` }
  return {
    // Programs that show previews resolve nothing: they want whole addresses.
    metadataBase: new URL(env().baseUrl),
    title,
    description,
    openGraph: { title, description, type: 'website', siteName: 'Lanyard', url: address, images: [picture] },
    twitter: { card: 'summary_large_image', title, description, images: [picture] },
  }
}

export default async function EventPage({ params }: Props) {
  const { slug } = await params
  const event = await findEvent(slug)
  const [locale, offer, editions] = await Promise.all([
    getLocale(),
    getPublicOffer(event),
    listPublicEditions(event),
  ])
  const language = locale as Language
  return (
    <PublicPage accent={event.accent}>
      <EventLead event={event} language={language} now={now()} />
      <div className="mt-10 grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="space-y-12 empty:hidden">
          {(event.summary || event.descriptionHtml) && (
            <div className="space-y-4">
              {event.summary && <p className="max-w-[65ch] text-lg">{event.summary}</p>}
              {/* Rendered and sanitized when it was saved: lib/markdown.ts. */}
              {event.descriptionHtml && (
                // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized by lib/markdown.ts when saved
                <div className="prose" dangerouslySetInnerHTML={{ __html: event.descriptionHtml }} />
              )}
            </div>
          )}
          <EventDay event={event} />
          <EventActivities
            activities={openTo(offer, () => false).activities}
            event={event}
            language={language}
          />
          <EventMeals language={language} meals={offer.meals} zone={event.timezone} />
          <EventHotels event={event} hotels={offer.hotels} language={language} />
          <EventTopics event={event} />
        </div>
        <div className="space-y-10">
          <EventContacts event={event} />
          <EventEditions editions={editions} language={language} />
        </div>
      </div>
    </PublicPage>
  )
}
