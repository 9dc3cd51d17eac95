import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EventCard } from '@/components/events/event-card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { now } from '@/lib/clock'
import { listPublicEvents } from '@/lib/events/queries'
import type { Language } from '@/lib/languages'
import { PublicPage } from './public-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home')
  return { title: { absolute: `${t('title')} · Lanyard` }, description: t('lead') }
}

export default async function Home() {
  const [t, locale, events] = await Promise.all([
    getTranslations('home'),
    getLocale(),
    listPublicEvents(now()),
  ])
  return (
    <PublicPage>
      <PageHeading note={t('lead')} title={t('title')} />
      {events.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <>
          <ul className="mt-8 grid gap-5 md:grid-cols-2">
            {events.map((event) => (
              <li key={event.id}>
                <EventCard event={event} language={locale as Language} />
              </li>
            ))}
          </ul>
          <p className="mt-8">
            <TextLink document href="/calendar.ics">
              {t('calendar')}
            </TextLink>
          </p>
        </>
      )}
    </PublicPage>
  )
}
