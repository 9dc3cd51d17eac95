import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { type Language, localDate, sayMoment, sayTime } from '@/lib/dates'
import type { DeviceRow } from '@/lib/devices/schema'

type PhoneTableProps = { slug: string; phones: DeviceRow[]; zone: string; language: Language; now: Date }

/** The paired phones: whether they are heard of, and what they still have to send. */
export function PhoneTable({ slug, phones, zone, language, now }: PhoneTableProps) {
  const t = useTranslations('arrivals')
  const isToday = (at: Date) => localDate(at, zone) === localDate(now, zone)
  const say = (at: Date) => (isToday(at) ? sayTime : sayMoment)(at, zone, language)
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
        { key: 'seen', header: t('seen'), cell: ({ lastSeenAt }) => say(lastSeenAt) },
        { key: 'queue', header: t('queue'), numeric: true, cell: ({ queueLength }) => queueLength },
      ]}
      rowKey={({ id }) => id}
      rows={phones}
    />
  )
}
