import { useTranslations } from 'next-intl'
import { attendeesHref } from '@/components/organizer/attendees-href'
import { Count } from '@/components/ui/bar-table'
import { Table } from '@/components/ui/table'
import type { ArrivalBoard, Presence } from '@/lib/arrivals/schema'

type Presences = { slug: string; presences: ArrivalBoard['presences'] }

/** Who came and who was expected, by how they take part. */
export function PresenceTable({ slug, presences }: Presences) {
  const t = useTranslations('arrivals')
  const href = (presence: Presence, arrived: 'yes' | 'no') =>
    attendeesHref(slug, { status: arrived === 'no' ? ['confirmed'] : [], presence: [presence], arrived })
  return (
    <Table
      caption={t('presences')}
      columns={[
        {
          key: 'how',
          header: t('how'),
          primary: true,
          cell: ({ presence }: Presences['presences'][number]) => t(`presence.${presence}`),
        },
        {
          key: 'came',
          header: t('came'),
          numeric: true,
          cell: ({ presence, arrived }) => <Count href={href(presence, 'yes')} value={arrived} />,
        },
        {
          key: 'missing',
          header: t('missing'),
          numeric: true,
          cell: ({ presence, arrived, expected }) => (
            <Count href={href(presence, 'no')} value={expected - arrived} />
          ),
        },
        { key: 'expected', header: t('expected'), numeric: true, cell: ({ expected }) => expected },
      ]}
      rowKey={({ presence }) => presence}
      rows={presences}
    />
  )
}

/** How many came to each point, and who is inside where people are scanned out again. */
export function PointTable({ points }: Pick<ArrivalBoard, 'points'>) {
  const t = useTranslations('arrivals')
  const hasExits = points.some(({ inside }) => inside !== null)
  return (
    <Table
      caption={t('points')}
      columns={[
        {
          key: 'point',
          header: t('point'),
          primary: true,
          cell: ({ name }: ArrivalBoard['points'][number]) => name,
        },
        { key: 'came', header: t('came'), numeric: true, cell: ({ arrived }) => arrived },
        ...(hasExits
          ? [
              {
                key: 'inside',
                header: t('insideNow'),
                numeric: true,
                cell: ({ inside }: ArrivalBoard['points'][number]) => inside ?? '–',
              },
            ]
          : []),
      ]}
      rowKey={({ key }) => key}
      rows={points}
    />
  )
}
