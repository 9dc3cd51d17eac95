import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { HouseEventRow } from '@/lib/dashboards/schema'
import { type Language, sayDay } from '@/lib/dates'

const tones: Record<HouseEventRow['status'], Tone> = { draft: 'neutral', published: 'good', cancelled: 'bad' }

/** All events, each with who looks after it; a row leads to its desk. */
export function HouseEventTable({ rows, language }: { rows: HouseEventRow[]; language: Language }) {
  const t = useTranslations('admin.events')
  return (
    <Table
      caption={t('table')}
      columns={[
        { key: 'title', header: t('event'), primary: true, cell: ({ title }) => title },
        {
          key: 'when',
          header: t('when'),
          className: 'whitespace-nowrap',
          cell: ({ startsAt, endsAt, timezone }) => {
            const [from, to] = [startsAt, endsAt].map((at) => sayDay(at, timezone, language))
            return from === to ? from : `${from} – ${to}`
          },
        },
        {
          key: 'status',
          header: t('status'),
          cell: ({ status }) => <Tag tone={tones[status]}>{t(`statuses.${status}`)}</Tag>,
        },
        {
          key: 'owners',
          header: t('owners'),
          cell: ({ owners }) =>
            owners.length === 0 ? (
              <span className="text-muted">{t('noOwner')}</span>
            ) : (
              <ul>
                {owners.map(({ id, name }) => (
                  <li className="break-words" key={id}>
                    <TextLink href={`/admin/people/${id}`}>
                      <bdi>{name}</bdi>
                    </TextLink>
                  </li>
                ))}
              </ul>
            ),
        },
        { key: 'people', header: t('people'), numeric: true, cell: ({ people }) => people },
      ]}
      rowHref={({ slug }) => `/organizer/${slug}`}
      rowKey={({ id }) => id}
      rows={rows}
    />
  )
}
