import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { HouseEventTable } from '@/components/admin/house-event-table'
import { PageSteps } from '@/components/admin/page-steps'
import { SearchForm } from '@/components/admin/search-form'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Choice } from '@/components/ui/form/filter-controls'
import { PageHeading } from '@/components/ui/page-heading'
import { requireAdmin } from '@/lib/auth/require-admin'
import { listHouseEvents } from '@/lib/dashboards/list-house-events'
import { houseEventFilter } from '@/lib/dashboards/schema'
import type { Language } from '@/lib/dates'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.events')
  return { title: t('title'), robots: { index: false } }
}

export default async function AllEventsPage({ searchParams }: Props) {
  const key = await requireAdmin('/admin/events')
  const { after, ...filter } = houseEventFilter.parse(await searchParams)
  const [t, language, { rows, count, next }] = await Promise.all([
    getTranslations('admin.events'),
    getLocale() as Promise<Language>,
    listHouseEvents(key, { ...filter, after }),
  ])
  const here = '/admin/events'
  const states = ['draft', 'published', 'cancelled'] as const
  return (
    <div className="max-w-6xl">
      <PageHeading
        actions={
          <LinkButton href="/organizer/new" variant="primary">
            {t('create')}
          </LinkButton>
        }
        note={t('lead')}
        title={t('title')}
      />
      <SearchForm here={here} labels={{ search: t('search'), apply: t('apply'), all: t('all') }} q={filter.q}>
        <Choice
          all={t('anyStatus')}
          label={t('status')}
          name="status"
          options={states.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          value={filter.status}
        />
      </SearchForm>
      {rows.length > 0 ? (
        <>
          <p className="mb-3 text-muted">{t('count', { count })}</p>
          <HouseEventTable language={language} rows={rows} />
        </>
      ) : (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      )}
      <PageSteps
        cursor={{ name: 'after', now: after, next }}
        filter={filter}
        here={here}
        labels={{ first: t('first'), next: t('next') }}
      />
    </div>
  )
}
