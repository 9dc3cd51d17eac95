import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AttendeeColumns } from '@/components/organizer/attendee-columns'
import { AttendeeFilterForm } from '@/components/organizer/attendee-filter-form'
import { AttendeePages } from '@/components/organizer/attendee-pages'
import { AttendeeTable } from '@/components/organizer/attendee-table'
import { AttendeeViews, SaveView } from '@/components/organizer/attendee-views'
import { attendeesHref, filterQuery } from '@/components/organizer/attendees-href'
import { ChooseMany } from '@/components/organizer/choose-many'
import { FilterPhrases } from '@/components/organizer/filter-phrases'
import { NobodyHere } from '@/components/organizer/nobody-here'
import { LinkButton } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { RowKeys } from '@/components/ui/row-keys'
import { listAttendees } from '@/lib/attendees/list-attendees'
import { listViews, readColumns } from '@/lib/attendees/queries'
import { withoutPhrase } from '@/lib/attendees/rules'
import { listPhrases } from '@/lib/attendees/say-filter'
import { attendeeFilter, isNarrowed } from '@/lib/attendees/schema'
import type { Language } from '@/lib/dates'
import { listTags } from '@/lib/notes/queries'
import { getOfferFor } from '@/lib/registrations/queries'
import { openDesk } from '../open-desk'
import { forgetView, keepView, showColumns } from './actions'

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
  const [t, language, offer, people, views, chosen, tags] = await Promise.all([
    getTranslations('organizer'),
    getLocale() as Promise<Language>,
    getOfferFor(key),
    listAttendees(key, filter),
    listViews(key),
    readColumns(key),
    listTags(key),
  ])
  const { questions } = offer
  const columns = views.find(({ id }) => id === filter.view)?.columns ?? chosen
  const query = filterQuery(filter)
  const phrases = listPhrases(filter, { offer, language }).map(({ name, text }) => ({
    text,
    without: attendeesHref(slug, withoutPhrase(filter, name)),
  }))
  return (
    <>
      <PageHeading
        actions={
          <>
            <LinkButton href={`/organizer/${slug}/attendees/new`}>{t('byHand.link')}</LinkButton>
            <LinkButton href={`/organizer/${slug}/attendees/import`}>{t('importLink')}</LinkButton>
            <LinkButton href={`/organizer/${slug}/attendees/invite`}>{t('invite.link')}</LinkButton>
            {people.count > 0 && (
              <LinkButton href={`/organizer/${slug}/mails/write?${query}`}>{t('list.write')}</LinkButton>
            )}
            <LinkButton href={`/organizer/${slug}/exports${query && `?${query}`}`}>
              {t('rooms.exports')}
            </LinkButton>
          </>
        }
        note={t('list.found', { count: people.count })}
        title={t('rooms.attendees')}
      />
      <AttendeeViews current={filter.view} slug={slug} views={views} />
      <AttendeeFilterForm filter={filter} language={language} offer={offer} slug={slug} tags={tags} />
      <FilterPhrases phrases={phrases} />
      {people.rows.length > 0 ? (
        <>
          <ChooseMany count={people.count} filter={filter} slug={slug} />
          <AttendeeTable
            columns={columns}
            filter={filter}
            language={language}
            questions={questions}
            rows={people.rows}
            slug={slug}
            timezone={offer.event.timezone}
          />
          <RowKeys turnOff={t('list.keys.off')} turnOn={t('list.keys.on')}>
            {t('list.keys.note')}
          </RowKeys>
        </>
      ) : (
        <NobodyHere isNarrowed={isNarrowed(filter)} slug={slug} />
      )}
      <AttendeePages filter={filter} page={people} slug={slug} />
      <div className="mt-8 grid items-start gap-4 lg:grid-cols-2" data-print="hide">
        <AttendeeColumns
          action={showColumns.bind(null, slug, query)}
          columns={columns}
          language={language}
          questions={questions}
        />
        <SaveView
          drop={forgetView.bind(null, slug)}
          mayDropShared={key.role !== 'organizer'}
          save={keepView.bind(null, slug, query)}
          views={views}
        />
      </div>
    </>
  )
}
