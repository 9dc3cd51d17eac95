import type { useTranslations } from 'next-intl'
import { accentColours } from '@/lib/accent-colours'
import type { Accent } from '@/lib/accents'
import { saySpan } from '@/lib/dates'
import { eventWindowState, isFullOnSite } from '@/lib/events/rules'
import type { EventView } from '@/lib/events/schema'
import type { Language } from '@/lib/languages'
import { placesLeft } from '@/lib/places/rules'
import { onSiteWords, remoteWords } from './places-words'
import { wayInWords } from './way-in-notice'

/** What other sites may show of an event (docs/embedding.md): facts for programs, and `lines` as people read them. */
export function publicCard(event: EventView, language: Language, now: Date, t: Translate) {
  const { slug, title, timezone, startsAt, endsAt, venueName, pools } = event
  const state = eventWindowState(event, now)
  const isAhead = event.status !== 'cancelled' && now <= endsAt
  const path = `/events/${slug}`
  const lines = [
    saySpan(startsAt, endsAt, timezone, language),
    venueName,
    isAhead && onSiteWords(event, t),
    isAhead && event.isRemoteOffered && remoteWords(event, t),
    state !== 'open' && wayInWords(event, language, now, t),
    state === 'open' && isFullOnSite(event) && event.waiting !== 'off' && t('waitingOpen'),
  ]
  return {
    slug,
    path,
    title,
    language,
    timezone,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    venue: venueName,
    registration: state,
    placesLeft: {
      onSite: placesLeft(pools.onSite),
      remote: event.isRemoteOffered ? placesLeft(pools.remote) : 0,
    },
    colours: accentColours[(event.accent ?? 'teal') as Accent].accent,
    lines: lines.filter((line) => line !== null && line !== false),
    register: state === 'open' ? { path: `${path}/register`, label: t('register') } : null,
  }
}

type Translate = ReturnType<typeof useTranslations<'event'>>
