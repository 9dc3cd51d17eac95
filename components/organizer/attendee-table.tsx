import { useTranslations } from 'next-intl'
import { NoCameraMark } from '@/components/ui/no-camera-mark'
import { Table } from '@/components/ui/table'
import type { AttendeeRow } from '@/lib/attendees/schema'
import { type Language, sayShortDay, sayTime } from '@/lib/dates'
import { StatusTag } from './status-tag'

type AttendeeTableProps = { slug: string; rows: AttendeeRow[]; timezone: string; language: Language }

export function AttendeeTable({ slug, rows, timezone, language }: AttendeeTableProps) {
  const t = useTranslations('organizer')
  const moment = (at: Date) => `${sayShortDay(at, timezone, language)}, ${sayTime(at, timezone, language)}`
  return (
    <Table
      caption={t('rooms.attendees')}
      columns={[
        { key: 'name', header: t('list.name'), cell: (row) => <bdi>{row.name}</bdi>, primary: true },
        {
          key: 'status',
          header: t('list.status'),
          cell: (row) => <StatusTag status={row.status} />,
          className: 'whitespace-nowrap',
        },
        {
          key: 'photo',
          header: t('list.photo'),
          cell: (row) => row.photo === 'no_camera' && <NoCameraMark label={t('photo.no_camera')} />,
          className: 'whitespace-nowrap',
        },
        {
          key: 'presence',
          header: t('list.presence'),
          cell: (row) => t(`presence.${row.presence}`),
          className: 'whitespace-nowrap',
        },
        {
          key: 'organization',
          header: t('list.organization'),
          cell: (row) => row.organization && <bdi>{row.organization}</bdi>,
        },
        {
          key: 'registered',
          header: t('list.registered'),
          cell: (row) => moment(row.registeredAt),
          className: 'whitespace-nowrap',
        },
        {
          key: 'arrived',
          header: t('list.arrivedAt'),
          cell: (row) => row.arrivedAt && moment(row.arrivedAt),
          className: 'whitespace-nowrap',
        },
        { key: 'email', header: t('list.email'), cell: (row) => row.email },
      ]}
      rowHref={(row) => `/organizer/${slug}/attendees/${row.id}`}
      rowKey={(row) => row.id}
      rows={rows}
    />
  )
}
