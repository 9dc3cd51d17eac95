import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayMoment } from '@/lib/dates'
import type { DeviceRow } from '@/lib/devices/schema'

type PhoneTableProps = { slug: string; phones: DeviceRow[]; zone: string; language: Language }

/** The paired phones: whether they are heard of, and what they still have to send. */
export function PhoneTable({ slug, phones, zone, language }: PhoneTableProps) {
  const t = useTranslations('arrivals')
  if (phones.length === 0)
    return (
      <p className="text-muted">
        {t('devicesEmpty')} <TextLink href={`/organizer/${slug}/devices`}>{t('pair')}</TextLink>
      </p>
    )
  return (
    <Table
      caption={t('devices')}
      columns={[
        { key: 'phone', header: t('phone'), primary: true, cell: ({ name }: DeviceRow) => <bdi>{name}</bdi> },
        { key: 'seen', header: t('seen'), cell: ({ lastSeenAt }) => sayMoment(lastSeenAt, zone, language) },
        { key: 'queue', header: t('queue'), numeric: true, cell: ({ queueLength }) => queueLength },
      ]}
      rowKey={({ id }) => id}
      rows={phones}
    />
  )
}
