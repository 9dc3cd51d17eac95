import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { type Language, sayShortDay, sayTime } from '@/lib/dates'
import type { MailRow } from '@/lib/mail/schema'
import { kindWord } from './kind-word'
import { MailStateTag } from './mail-state-tag'

type MailTableProps = { here: string; rows: MailRow[]; timezone: string; language: Language }

/** The mails of the desk that is `here`. */
export function MailTable({ here, rows, timezone, language }: MailTableProps) {
  const t = useTranslations('mail')
  const moment = (at: Date) => `${sayShortDay(at, timezone, language)}, ${sayTime(at, timezone, language)}`
  return (
    <Table
      caption={t('page.table')}
      columns={[
        {
          key: 'to',
          header: t('page.to'),
          cell: ({ toName, toAddress, kind, state, createdAt }) => (
            <>
              <bdi className="wrap-anywhere">{toName || toAddress || t('page.nobody')}</bdi>
              <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 font-normal text-muted text-sm sm:hidden">
                <MailStateTag state={state} />
                <span>{kindWord(t, kind)}</span>
                <span>{moment(createdAt)}</span>
              </span>
            </>
          ),
          primary: true,
        },
        {
          key: 'kind',
          header: t('page.kind'),
          cell: (row) => kindWord(t, row.kind),
          wide: true,
        },
        {
          key: 'state',
          header: t('page.state'),
          cell: (row) => <MailStateTag state={row.state} />,
          className: 'whitespace-nowrap',
          wide: true,
        },
        {
          key: 'written',
          header: t('page.written'),
          cell: (row) => moment(row.createdAt),
          className: 'whitespace-nowrap',
          wide: true,
        },
        {
          key: 'why',
          header: t('page.why'),
          cell: (row) => row.error && t(`errors.${row.error.reason}`),
          className: 'min-w-48',
          wide: true,
        },
      ]}
      rowHref={(row) => `${here}/${row.id}`}
      rowKey={(row) => row.id}
      rows={rows}
    />
  )
}
