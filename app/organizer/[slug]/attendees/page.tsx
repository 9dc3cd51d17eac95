import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AttendeeFilterForm } from '@/components/organizer/attendee-filter-form'
import { AttendeeTable } from '@/components/organizer/attendee-table'
import { attendeesHref } from '@/components/organizer/attendees-href'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ArrowIcon } from '@/components/ui/icons'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { listAttendees } from '@/lib/attendees/list-attendees'
import { attendeeFilter, isNarrowed } from '@/lib/attendees/schema'
import { placeNames } from '@/lib/dashboards/rules'
import type { Language } from '@/lib/dates'
import { getOfferFor } from '@/lib/registrations/queries'

import { openDesk } from '../open-desk'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.rooms')
  return { title: t('attendees'), robots: { index: false } }
}

export default async function AttendeesPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/attendees')
  const filter = attendeeFilter.parse(await searchParams)
  const [t, language, offer, people] = await Promise.all([
    getTranslations('organizer'),
    getLocale() as Promise<Language>,
    getOfferFor(key),
    listAttendees(key, filter),
  ])
  const { timezone } = offer.event
  const isShort = people.rows.length === people.count
  return (
    <>
      <PageHeading
        actions={
          <>
            <LinkButton href={`/organizer/${slug}/attendees/invite`}>{t('invite.link')}</LinkButton>
            <LinkButton href={`/organizer/${slug}/exports`}>{t('rooms.exports')}</LinkButton>
          </>
        }
        note={t('list.found', { count: people.count })}
        title={t('rooms.attendees')}
      />
      <AttendeeFilterForm filter={filter} placeName={placeName(filter.place)} slug={slug} />
      {people.rows.length > 0 ? (
        <AttendeeTable language={language} rows={people.rows} slug={slug} timezone={timezone} />
      ) : (
        <EmptyState title={isNarrowed(filter) ? t('list.nobodyFits') : t('list.nobodyYet')}>
          {isNarrowed(filter) ? (
            <p>{t('list.fewerWords')}</p>
          ) : (
            <p>
              {t('list.sendTheLink')} <TextLink href={`/events/${slug}`}>{t('rooms.publicPage')}</TextLink>
            </p>
          )}
        </EmptyState>
      )}
      {!isShort && (
        <nav
          aria-label={t('list.pages')}
          className="mt-6 flex flex-wrap items-center gap-3"
          data-print="hide"
        >
          {filter.after && (
            <LinkButton href={attendeesHref(slug, { ...filter, after: undefined })}>
              {t('list.first')}
            </LinkButton>
          )}
          {people.next && (
            <LinkButton href={attendeesHref(slug, { ...filter, after: people.next })}>
              {t('list.next')}
              <ArrowIcon />
            </LinkButton>
          )}
        </nav>
      )}
    </>
  )

  function placeName(poolId: string | undefined): string | null {
    return poolId ? (placeNames(offer, language)[poolId] ?? t('list.thisPlace')) : null
  }
}
