import { useTranslations } from 'next-intl'
import { sayMoment, saySpan } from '@/lib/dates'
import { eventWindowState, isFullOnSite, registrationWindow } from '@/lib/events/rules'
import type { EventView } from '@/lib/events/schema'
import type { Language } from '@/lib/languages'
import { LinkButton } from '../ui/button'
import { CalendarIcon, GlobeIcon, PeopleIcon, PinIcon } from '../ui/icons'
import { TextLink } from '../ui/text-link'
import { LocalTime } from './local-time'
import { mapLink } from './map-link'
import { onSiteWords, remoteWords } from './places-words'
import { WayInNotice } from './way-in-notice'

/** What a phone shows without scrolling: what, when, where, places left and the way in. */
export function EventLead({ event, language, now }: { event: EventView; language: Language; now: Date }) {
  const t = useTranslations('event')
  const when = saySpan(event.startsAt, event.endsAt, event.timezone, language)
  const isAhead = event.status !== 'cancelled' && now <= event.endsAt
  return (
    <div className="@container overflow-hidden rounded border border-line bg-surface">
      <div className="bg-accent px-6 pt-3 pb-4 text-accent-ink sm:px-8">
        <span aria-hidden="true" className="mx-auto mb-3 block h-4 w-20 rounded-full bg-paper" />
        {event.series && <p className="font-semibold">{event.series}</p>}
        <h1 className="break-words text-2xl sm:text-3xl">{event.title}</h1>
      </div>
      <div className="grid gap-6 px-6 py-6 sm:px-8 @3xl:grid-cols-[1fr_auto] @3xl:items-end">
        <ul className="space-y-3 text-lg">
          <li className="flex gap-3">
            <CalendarIcon className="mt-1 shrink-0" />
            <span>
              <time className="block text-balance" dateTime={event.startsAt.toISOString()}>
                {when}
              </time>
              <LocalTime
                from={event.startsAt.toISOString()}
                pattern={t.raw('yourTime')}
                to={event.endsAt.toISOString()}
                zone={event.timezone}
              />
            </span>
          </li>
          {event.venueName && (
            <li className="flex gap-3">
              <PinIcon className="mt-1 shrink-0" />
              <span>
                {event.venueName}
                {event.venueAddress && (
                  <span className="block text-base text-muted">{event.venueAddress}</span>
                )}
                <TextLink className="text-base" href={mapLink(event)}>
                  {t('map')}
                </TextLink>
              </span>
            </li>
          )}
          {isAhead && (
            <li className="flex gap-3">
              <PeopleIcon className="mt-1 shrink-0" />
              <span>{onSiteWords(event, t)}</span>
            </li>
          )}
          {isAhead && event.isRemoteOffered && (
            <li className="flex gap-3">
              <GlobeIcon className="mt-1 shrink-0" />
              <span>{remoteWords(event, t)}</span>
            </li>
          )}
        </ul>
        <WayIn event={event} language={language} now={now} />
      </div>
    </div>
  )
}

function WayIn({ event, language, now }: { event: EventView; language: Language; now: Date }) {
  const t = useTranslations('event')
  const { closesAt } = registrationWindow(event, 'on_site')
  if (eventWindowState(event, now) !== 'open')
    return <WayInNotice event={event} language={language} now={now} />
  return (
    <div className="space-y-2 @3xl:text-right">
      {isFullOnSite(event) && event.waiting !== 'off' && <p className="max-w-sm">{t('waitingOpen')}</p>}
      <LinkButton
        className="w-full sm:w-auto"
        data-print="hide"
        href={`/events/${event.slug}/register`}
        size="large"
        variant="primary"
      >
        {t('register')}
      </LinkButton>
      <p className="text-muted text-sm">
        {t('closesAt', { moment: sayMoment(closesAt, event.timezone, language) })}
      </p>
    </div>
  )
}
