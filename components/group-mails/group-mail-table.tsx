import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { type Language, sayShortDay, sayTime } from '@/lib/dates'
import { titleOf } from '@/lib/group-mails/rules'
import type { GroupMailRow } from '@/lib/group-mails/schema'
import { GroupMailStateTag } from './group-mail-state'

type GroupMailTableProps = { slug: string; rows: GroupMailRow[]; timezone: string; language: Language }

/** Messages to groups: drafts, those that wait for their time, those that are out. */
export function GroupMailTable({ slug, rows, timezone, language }: GroupMailTableProps) {
  const t = useTranslations('groupMails.list')
  const moment = (at: Date) => `${sayShortDay(at, timezone, language)}, ${sayTime(at, timezone, language)}`
  return (
    <Table
      caption={t('table')}
      columns={[
        {
          key: 'subject',
          header: t('subject'),
          cell: (row) => <bdi>{titleOf(row.texts) || t('untitled')}</bdi>,
          primary: true,
        },
        {
          key: 'state',
          header: t('state'),
          cell: (row) => <GroupMailStateTag state={row.state} />,
          className: 'whitespace-nowrap',
        },
        { key: 'people', header: t('people'), cell: (row) => row.people, numeric: true },
        {
          key: 'when',
          header: t('when'),
          cell: (row) => moment(row.sendAt ?? row.createdAt),
          className: 'whitespace-nowrap',
        },
      ]}
      rowHref={(row) => `/organizer/${slug}/mails/groups/${row.id}`}
      rowKey={(row) => row.id}
      rows={rows}
    />
  )
}
