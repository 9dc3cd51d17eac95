import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { HistoryFilterForm } from '@/components/history/history-filter-form'
import { HistoryTable } from '@/components/history/history-table'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ArrowIcon, DownloadIcon } from '@/components/ui/icons'
import { PageHeading } from '@/components/ui/page-heading'
import { listNames } from '@/lib/attendees/list-names'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { listActors, listEventHistory } from '@/lib/history/queries'
import { deskGroups, type HistoryFilter, historyFilter } from '@/lib/history/schema'
import { openDesk } from '../open-desk'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('history.page')
  return { title: t('title'), robots: { index: false } }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/history')
  const filter = historyFilter.parse(await searchParams)
  const [t, language, event, actors] = await Promise.all([
    getTranslations('history.page'),
    getLocale() as Promise<Language>,
    getEventFor(key),
    listActors(key),
  ])
  const { lines, next } = await listEventHistory(key, filter, event)
  const names = await listNames(key, [...lines, ...actors.map((actorId) => ({ actorId, subjectId: null }))])
  const here = `/organizer/${slug}/history`
  const { before, ...chosen } = filter
  const isNarrowed = Object.values(chosen).some((value) => value !== undefined)
  return (
    <>
      <PageHeading
        actions={
          <LinkButton download href={`${here}/download${queryOf(chosen)}`}>
            <DownloadIcon />
            {t('csv')}
          </LinkButton>
        }
        note={t('note')}
        title={t('title')}
      />
      <HistoryFilterForm actors={actors} filter={filter} groups={deskGroups} here={here} names={names} />
      {lines.length > 0 ? (
        <HistoryTable language={language} lines={lines} names={names} slug={slug} timezone={event.timezone} />
      ) : (
        <EmptyState title={t(isNarrowed ? 'emptyFilter' : 'empty')}>
          {t(isNarrowed ? 'emptyFilterText' : 'emptyText')}
        </EmptyState>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-3" data-print="hide">
        {before && <LinkButton href={`${here}${queryOf(chosen)}`}>{t('newest')}</LinkButton>}
        {next && (
          <LinkButton href={`${here}${queryOf({ ...chosen, before: next })}`}>
            {t('older')}
            <ArrowIcon />
          </LinkButton>
        )}
        <p className="text-muted text-sm">{t('csvNote')}</p>
      </div>
    </>
  )
}

function queryOf(filter: HistoryFilter): string {
  const said = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return said.length > 0 ? `?${new URLSearchParams(said)}` : ''
}
