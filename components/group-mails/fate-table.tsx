import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayShortDay, sayTime } from '@/lib/dates'
import type { FateRow } from '@/lib/group-mails/schema'
import { FateTag } from './group-mail-state'

type FateTableProps = { slug: string; rows: FateRow[]; timezone: string; language: Language }

/** Whom a message was for, and what became of the mail to each. */
export function FateTable({ slug, rows, timezone, language }: FateTableProps) {
  const t = useTranslations('groupMails.people')
  const errors = useTranslations('mail.errors')
  const moment = (at: Date) => `${sayShortDay(at, timezone, language)}, ${sayTime(at, timezone, language)}`
  return (
    <Table
      caption={t('table')}
      columns={[
        { key: 'name', header: t('name'), cell: (row) => <bdi>{row.name}</bdi>, primary: true },
        {
          key: 'fate',
          header: t('fate'),
          cell: (row) => <FateTag fate={row.fate} />,
          className: 'whitespace-nowrap',
        },
        { key: 'sent', header: t('sent'), cell: (row) => row.sentAt && moment(row.sentAt) },
        {
          key: 'why',
          header: t('why'),
          cell: (row) => row.error && errors(row.error.reason),
          className: 'min-w-64',
        },
        {
          key: 'mail',
          header: t('mail'),
          cell: (row) =>
            row.mailId && (
              <TextLink href={`/organizer/${slug}/mails/${row.mailId}`}>
                {t('see')}
                <span className="sr-only">: {row.name}</span>
              </TextLink>
            ),
        },
      ]}
      rowHref={(row) => `/organizer/${slug}/attendees/${row.id}`}
      rowKey={(row) => row.id}
      rows={rows}
    />
  )
}
