import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { HouseEventTable } from '@/components/admin/house-event-table'
import { HouseList } from '@/components/admin/house-list'
import { LinkButton } from '@/components/ui/button'
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
  const [t, language, found] = await Promise.all([
    getTranslations('admin.events'),
    getLocale() as Promise<Language>,
    listHouseEvents(key, { ...filter, after }),
  ])
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
      <HouseList
        after={after}
        choice={
          <Choice
            all={t('anyStatus')}
            label={t('status')}
            name="status"
            options={states.map((value) => ({ value, label: t(`statuses.${value}`) }))}
            value={filter.status}
          />
        }
        filter={filter}
        found={found}
        room="events"
      >
        <HouseEventTable language={language} rows={found.rows} />
      </HouseList>
    </div>
  )
}
