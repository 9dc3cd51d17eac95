import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageSteps } from '@/components/admin/page-steps'
import { HistoryFilterForm } from '@/components/history/history-filter-form'
import { HistoryTable } from '@/components/history/history-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { listAccountNames } from '@/lib/auth/list-account-names'
import { requireAdmin } from '@/lib/auth/require-admin'
import { type Language, machineZone } from '@/lib/dates'
import { listEventHistory, listHouseActors } from '@/lib/history/queries'
import { historyFilter, houseGroups } from '@/lib/history/schema'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.history')
  return { title: t('title'), robots: { index: false } }
}

export default async function HouseHistoryPage({ searchParams }: Props) {
  const key = await requireAdmin('/admin/history')
  const filter = historyFilter.parse(await searchParams)
  const zone = { timezone: machineZone() }
  const [t, words, language, actors, { lines, next }] = await Promise.all([
    getTranslations('admin.history'),
    getTranslations('history.page'),
    getLocale() as Promise<Language>,
    listHouseActors(key),
    listEventHistory(key, filter, zone),
  ])
  const names = await listAccountNames(key, [
    ...lines,
    ...actors.map((actorId) => ({ actorId, subjectId: null })),
  ])
  const { before, ...chosen } = filter
  const isNarrowed = Object.values(chosen).some((value) => value !== undefined)
  const here = '/admin/history'
  return (
    <div className="max-w-6xl">
      <PageHeading note={t('lead')} title={t('title')} />
      <HistoryFilterForm
        actors={actors}
        filter={filter}
        groups={houseGroups}
        here={here}
        kinds={['system', 'command_line']}
        names={names}
      />
      {lines.length > 0 ? (
        <HistoryTable language={language} lines={lines} names={names} slug={null} {...zone} />
      ) : (
        <EmptyState title={isNarrowed ? words('emptyFilter') : t('empty')}>
          {isNarrowed && words('emptyFilterText')}
        </EmptyState>
      )}
      <PageSteps
        cursor={{ name: 'before', now: before, next }}
        filter={chosen}
        here={here}
        labels={{ first: words('newest'), next: words('older') }}
      />
    </div>
  )
}
