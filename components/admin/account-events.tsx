import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { EventPart } from '@/lib/auth/schema'

/** What somebody is in which event; a row leads to the event's team, where it is changed. */
export function AccountEvents({ events }: { events: EventPart[] }) {
  const t = useTranslations('admin.person')
  if (events.length === 0) return <p className="text-muted">{t('noEvents')}</p>
  return (
    <Table
      caption={t('events')}
      columns={[
        { key: 'title', header: t('event'), primary: true, cell: ({ title }) => title },
        { key: 'role', header: t('role'), cell: ({ role }) => t(`roles.${role}`) },
      ]}
      rowHref={({ slug }) => `/organizer/${slug}/team`}
      rowKey={({ slug }) => slug}
      rows={events}
    />
  )
}
