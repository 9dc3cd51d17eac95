import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { type Language, sayShortDay } from '@/lib/dates'
import type { MemberRow } from '@/lib/team/schema'
import { type MemberDeeds, MemberTools, RoleForm } from './member-tools'

type MemberTableProps = {
  rows: MemberRow[]
  myId: string
  /** What owners may do; null for organizers, who only see the team. */
  deeds: MemberDeeds | null
  timezone: string
  language: Language
}

/** Everybody in the team, with what their role lets them do. */
export function MemberTable({ rows, myId, deeds, timezone, language }: MemberTableProps) {
  const t = useTranslations('team')
  const isOwner = rows.some(({ userId, role }) => userId === myId && role === 'owner')
  return (
    <Table
      caption={t('members')}
      columns={[
        {
          key: 'name',
          header: t('name'),
          primary: true,
          className: 'wrap-anywhere',
          cell: ({ name, email, userId, isDisabled }) => (
            <>
              <span className="flex flex-wrap items-baseline gap-x-2">
                <bdi className="min-w-0 break-words">{name ?? email}</bdi>
                {userId === myId && <Tag tone="info">{t('you')}</Tag>}
                {isDisabled && <Tag tone="bad">{t('disabled')}</Tag>}
              </span>
              {name && (
                <bdi className="block break-words font-normal text-muted text-sm" dir="ltr">
                  {email}
                </bdi>
              )}
            </>
          ),
        },
        {
          key: 'role',
          header: t('role'),
          className: 'min-w-52',
          cell: (row) => (
            <>
              {deeds ? (
                <RoleForm deeds={deeds} row={row} />
              ) : (
                <span className="block font-semibold">{t(`roles.${row.role}`)}</span>
              )}
              <span className="text-muted">{t(`may.${row.role}`)}</span>
            </>
          ),
        },
        {
          key: 'since',
          header: t('since'),
          className: 'whitespace-nowrap',
          cell: ({ createdAt }) => sayShortDay(createdAt, timezone, language),
        },
        ...(deeds
          ? [
              {
                key: 'act',
                header: t('act'),
                cell: (row: MemberRow) => (
                  <MemberTools
                    deeds={deeds}
                    isMe={row.userId === myId}
                    mayHandOver={isOwner && !row.isDisabled}
                    row={row}
                  />
                ),
              },
            ]
          : []),
      ]}
      rowKey={({ userId }) => userId}
      rows={rows}
    />
  )
}
