import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import { type Language, sayDay } from '@/lib/dates'
import type { EventStatus, EventSummary } from '@/lib/events/schema'

type EventRowsProps = { events: EventSummary[]; registered: Record<string, number>; language: Language }

const tones: Record<EventStatus, Tone> = { draft: 'neutral', published: 'good', cancelled: 'bad' }

/** The events somebody plans, the latest first. */
export function EventRows({ events, registered, language }: EventRowsProps) {
  const t = useTranslations('organizer')
  return (
    <Table
      caption={t('events.title')}
      columns={[
        { key: 'title', header: t('events.event'), cell: (event) => event.title, primary: true },
        {
          key: 'when',
          header: t('events.when'),
          cell: (event) => sayDay(event.startsAt, event.timezone, language),
          className: 'whitespace-nowrap',
        },
        { key: 'where', header: t('events.where'), cell: (event) => event.venueName },
        {
          key: 'status',
          header: t('events.status'),
          cell: (event) => <Tag tone={tones[event.status]}>{t(`event.${event.status}`)}</Tag>,
        },
        {
          key: 'registered',
          header: t('events.registered'),
          cell: (event) => registered[event.id] ?? 0,
          numeric: true,
        },
      ]}
      rowHref={(event) => `/organizer/${event.slug}`}
      rowKey={(event) => event.id}
      rows={events}
    />
  )
}
