import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import type { AccountRow } from '@/lib/auth/schema'
import { type Language, localDate, sayShortDay } from '@/lib/dates'
import { AccountTags } from './account-tags'

type AccountTableProps = { rows: AccountRow[]; myId: string; timezone: string; language: Language }

/** Everybody of one page, with what they are where. */
export function AccountTable({ rows, myId, timezone, language }: AccountTableProps) {
  const t = useTranslations('admin')
  const year = (at: Date) => localDate(at, timezone).slice(0, 4)
  return (
    <Table
      caption={t('people.table')}
      columns={[
        {
          key: 'name',
          header: t('people.name'),
          primary: true,
          className: 'wrap-anywhere',
          cell: (account) => (
            <>
              <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
                <bdi className="min-w-0 break-words">{account.name ?? account.email}</bdi>
                <AccountTags account={account} myId={myId} />
              </span>
              {account.name && (
                <bdi className="block break-words font-normal text-muted text-sm" dir="ltr">
                  {account.email}
                </bdi>
              )}
            </>
          ),
        },
        {
          key: 'seen',
          header: t('people.seen'),
          className: 'whitespace-nowrap',
          cell: ({ lastSeenAt: at }) =>
            at ? `${sayShortDay(at, timezone, language)} ${year(at)}` : t('people.never'),
        },
        {
          key: 'events',
          header: t('people.roles'),
          className: 'min-w-56',
          cell: ({ events, eventCount }) => (
            <ul>
              {events.map(({ slug, title, role }) => (
                <li className="break-words" key={slug}>
                  <TextLink href={`/organizer/${slug}/team`}>{title}</TextLink>{' '}
                  <span className="text-muted">({t(`person.roles.${role}`)})</span>
                </li>
              ))}
              {eventCount > events.length && (
                <li className="text-muted">{t('people.more', { count: eventCount - events.length })}</li>
              )}
            </ul>
          ),
        },
      ]}
      rowHref={({ id }) => `/admin/people/${id}`}
      rowKey={({ id }) => id}
      rows={rows}
    />
  )
}
