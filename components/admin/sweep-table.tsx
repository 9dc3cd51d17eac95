import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { type Language, sayShortDay, sayTime } from '@/lib/dates'
import type { HouseState } from '@/lib/operations/schema'
import { sweepName } from './sweep-name'

type SweepTableProps = { sweeps: HouseState['sweeps']; timezone: string; language: Language }

/** What runs beside the pages, and whether it does. */
export function SweepTable({ sweeps, timezone, language }: SweepTableProps) {
  const t = useTranslations('admin')
  if (sweeps.length === 0) return <p className="text-muted">{t('sweeps.none')}</p>
  const every = (seconds: number) => {
    if (seconds % 3600 === 0) return t('sweeps.everyHours', { count: seconds / 3600 })
    if (seconds % 60 === 0) return t('sweeps.everyMinutes', { count: seconds / 60 })
    return t('sweeps.everySeconds', { count: seconds })
  }
  return (
    <Table
      caption={t('sweeps.table')}
      columns={[
        {
          key: 'what',
          header: t('sweeps.what'),
          primary: true,
          cell: ({ name }) => <span className="font-medium">{sweepName(t, name)}</span>,
        },
        {
          key: 'every',
          header: t('sweeps.every'),
          className: 'whitespace-nowrap',
          cell: ({ everySeconds }) => every(everySeconds),
        },
        {
          key: 'ran',
          header: t('sweeps.ran'),
          className: 'whitespace-nowrap tabular-nums',
          cell: ({ workedAt }) =>
            workedAt
              ? `${sayShortDay(workedAt, timezone, language)}, ${sayTime(workedAt, timezone, language)}`
              : t('sweeps.never'),
        },
        {
          key: 'state',
          header: t('sweeps.state'),
          cell: ({ isLate }) => (
            <Tag tone={isLate ? 'bad' : 'good'}>{t(isLate ? 'sweeps.late' : 'sweeps.fine')}</Tag>
          ),
        },
      ]}
      rowKey={({ name }) => name}
      rows={sweeps}
    />
  )
}
