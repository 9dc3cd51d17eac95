import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayDate } from '@/lib/dates'
import type { NextErasure } from '@/lib/privacy/schema'

type HouseErasuresProps = { erasures: NextErasure[]; language: Language }

const most = 12

/** What goes by itself next, of all events; the rest stands at their desks. */
export function HouseErasures({ erasures, language }: HouseErasuresProps) {
  const t = useTranslations('admin.erasures')
  const words = useTranslations('privacyDesk')
  if (erasures.length === 0) return <p className="text-muted">{words('nextEmpty')}</p>
  return (
    <>
      <Table
        caption={words('next')}
        columns={[
          {
            key: 'what',
            header: words('what'),
            primary: true,
            cell: ({ kind }) => <span className="font-medium">{words(`kind.${kind}`)}</span>,
          },
          {
            key: 'event',
            header: t('event'),
            cell: ({ event }) => <TextLink href={`/organizer/${event.slug}`}>{event.title}</TextLink>,
          },
          {
            key: 'on',
            header: words('when'),
            className: 'whitespace-nowrap',
            cell: ({ on }) => `${sayDate(on, language)} ${on.slice(0, 4)}`,
          },
          { key: 'many', header: words('many'), numeric: true, cell: ({ count }) => count },
        ]}
        rowKey={({ event, kind }) => `${event.id} ${kind}`}
        rows={erasures.slice(0, most)}
      />
      {erasures.length > most && (
        <p className="mt-3 text-muted text-sm">{t('more', { count: erasures.length - most })}</p>
      )}
    </>
  )
}
