import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { EventActivities } from '@/components/events/event-activities'
import { EventDetails } from '@/components/events/event-details'
import { EventHotels } from '@/components/events/event-hotels'
import { EventLead } from '@/components/events/event-lead'
import { EventMeals } from '@/components/events/event-meals'
import { TextLink } from '@/components/ui/text-link'
import { now } from '@/lib/clock'
import { saySpan } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import { getPublicOffer } from '@/lib/registrations/queries'
import { findEvent } from './find-event'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await findEvent((await params).slug)
  const when = saySpan(event.startsAt, event.endsAt, event.timezone, 'en')
  const description = [event.summary, `${when}${event.venueName ? `, ${event.venueName}` : ''}`]
    .filter(Boolean)
    .join(' ')
  return { title: event.title, description, openGraph: { title: event.title, description, type: 'website' } }
}

export default async function EventPage({ params }: Props) {
  const { slug } = await params
  const event = await findEvent(slug)
  const [t, locale, offer] = await Promise.all([getTranslations('event'), getLocale(), getPublicOffer(event)])
  const language = locale as Language
  return (
    <PublicPage accent={event.accent}>
      <EventLead event={event} language={language} now={now()} />
      <div className="mt-10 space-y-12">
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
        <EventActivities activities={offer.activities} event={event} language={language} />
        <EventHotels event={event} hotels={offer.hotels} language={language} />
        <EventMeals language={language} meals={offer.meals} zone={event.timezone} />
        <EventDetails event={event} />
        <p>
          <TextLink document href={`/events/${event.slug}/calendar.ics`}>
            {t('ics')}
          </TextLink>
        </p>
      </div>
    </PublicPage>
  )
}
