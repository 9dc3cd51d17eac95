import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { BulkPersonRow, Fate } from '@/lib/bulk-acts/schema'
import { whyNot } from './many-sentences'
import { StatusTag } from './status-tag'

const tones = { done: 'good', refused: 'bad', waiting: 'neutral' } as const satisfies Record<Fate, string>

/** The report of an act on many, person by person. */
export function ManyTable({ slug, rows }: { slug: string; rows: BulkPersonRow[] }) {
  const t = useTranslations('organizer.many')
  const list = useTranslations('organizer.list')
  return (
    <Table
      caption={t('people')}
      columns={[
        {
          key: 'name',
          header: list('name'),
          cell: (row) => <bdi>{row.name || t('erased')}</bdi>,
          primary: true,
        },
        {
          key: 'fate',
          header: t('fate'),
          cell: (row) => <Tag tone={tones[row.fate]}>{t(`fates.${row.fate}`)}</Tag>,
        },
        {
          key: 'why',
          header: t('because'),
          cell: (row) => row.refusal && whyNot(t, row.refusal),
          className: 'min-w-56',
        },
        { key: 'status', header: t('now'), cell: (row) => <StatusTag status={row.status} /> },
      ]}
      rowHref={(row) => `/organizer/${slug}/attendees/${row.id}`}
      rowKey={(row) => row.id}
      rows={rows}
    />
  )
}
