import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { Table } from '@/components/ui/table'
import type { Language } from '@/lib/dates'
import type { HouseState } from '@/lib/operations/schema'
import { sayBytes } from './say-bytes'

/** How much is kept, where most of it lies, and what is left. */
export function StoragePart({ storage, language }: { storage: HouseState['storage']; language: Language }) {
  const t = useTranslations('admin.storage')
  const { bytes, disk, tables } = storage
  const sized = disk && { free: sayBytes(disk.free, language), size: sayBytes(disk.size, language) }
  return (
    <div className="space-y-6">
      <Facts
        beside
        facts={[
          { term: t('database'), value: sayBytes(bytes, language) },
          { term: t('disk'), value: sized ? t('diskFree', sized) : t('diskNone') },
        ]}
      />
      <Table
        caption={t('table')}
        columns={[
          {
            key: 'name',
            header: t('name'),
            primary: true,
            cell: ({ name }) => <code className="font-medium font-mono text-sm">{name}</code>,
          },
          {
            key: 'rows',
            header: t('rows'),
            numeric: true,
            cell: ({ rows }) => new Intl.NumberFormat(language).format(rows),
          },
          {
            key: 'bytes',
            header: t('bytes'),
            numeric: true,
            className: 'whitespace-nowrap',
            cell: (table) => sayBytes(table.bytes, language),
          },
        ]}
        rowKey={({ name }) => name}
        rows={tables}
      />
    </div>
  )
}
