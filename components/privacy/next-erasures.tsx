import { useTranslations } from 'next-intl'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import type { NextErasure } from '@/lib/privacy/schema'
import { Table } from '../ui/table'

/** What goes by itself, on which day, and how much of it there is today. */
export function NextErasures({ erasures, language }: { erasures: NextErasure[]; language: Language }) {
  const t = useTranslations('privacyDesk')
  if (erasures.length === 0) return <p className="text-muted">{t('nextEmpty')}</p>
  return (
    <Table
      caption={t('next')}
      columns={[
        { key: 'what', header: t('what'), cell: ({ kind }) => t(`kind.${kind}`), primary: true },
        { key: 'many', header: t('many'), cell: ({ count }) => count, numeric: true },
        {
          key: 'on',
          header: t('when'),
          cell: ({ on }) => <time dateTime={on}>{sayDay(new Date(`${on}T12:00:00Z`), 'UTC', language)}</time>,
        },
      ]}
      rowKey={({ kind }) => kind}
      rows={erasures}
    />
  )
}
