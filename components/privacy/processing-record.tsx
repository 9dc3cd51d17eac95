import { useTranslations } from 'next-intl'
import type { NoticeRow } from '@/lib/privacy/schema'
import { Table } from '../ui/table'

/** The register as one table, for paper. */
export function ProcessingRecord({ caption, rows }: { caption: string; rows: NoticeRow[] }) {
  const t = useTranslations('notice.column')
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'field', header: t('field'), cell: ({ field }) => field, primary: true },
        { key: 'purpose', header: t('purpose'), cell: ({ purpose }) => purpose },
        { key: 'basis', header: t('basis'), cell: ({ basis }) => basis },
        { key: 'seenBy', header: t('seenBy'), cell: ({ seenBy }) => seenBy },
        { key: 'keep', header: t('keep'), cell: ({ keep }) => keep },
      ]}
      rowKey={({ name }) => name}
      rows={rows}
      showCaption
    />
  )
}
