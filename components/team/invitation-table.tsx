import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { type Language, sayShortDay, sayTime } from '@/lib/dates'
import type { MemberInvitationRow } from '@/lib/team/schema'

type InvitationTableProps = {
  rows: MemberInvitationRow[]
  sendAgain: (id: string) => Promise<void>
  takeBack: (id: string) => Promise<void>
  timezone: string
  language: Language
}

/** Who was asked into the team and has not answered, and what became of the mail. */
export function InvitationTable({ rows, sendAgain, takeBack, timezone, language }: InvitationTableProps) {
  const t = useTranslations('team')
  if (rows.length === 0) return <EmptyState title={t('noInvitations')}>{t('noInvitationsText')}</EmptyState>
  const moment = (at: Date) => `${sayShortDay(at, timezone, language)}, ${sayTime(at, timezone, language)}`
  return (
    <Table
      caption={t('invitations')}
      columns={[
        {
          key: 'email',
          header: t('email'),
          primary: true,
          className: 'wrap-anywhere',
          cell: ({ email }) => <bdi dir="ltr">{email}</bdi>,
        },
        { key: 'role', header: t('role'), cell: ({ role }) => t(`roles.${role}`) },
        {
          key: 'mail',
          header: t('mail'),
          className: 'whitespace-nowrap',
          cell: ({ mail }) => mail && <Tag tone={mailTones[mail]}>{t(`mailState.${mail}`)}</Tag>,
        },
        {
          key: 'until',
          header: t('until'),
          className: 'whitespace-nowrap',
          cell: ({ expiresAt, isExpired }) =>
            isExpired ? <Tag tone="wait">{t('expired')}</Tag> : moment(expiresAt),
        },
        {
          key: 'act',
          header: t('act'),
          cell: ({ id, email }) => (
            <div className="flex flex-wrap items-center gap-2 py-1">
              <form action={sendAgain.bind(null, id)}>
                <Button className="whitespace-nowrap" type="submit" variant="quiet">
                  {t('again')}
                </Button>
              </form>
              <form action={takeBack.bind(null, id)}>
                <ConfirmButton
                  cancelLabel={t('keep')}
                  className="whitespace-nowrap"
                  confirmLabel={t('takeBackConfirm')}
                  consequence={t('takeBackText')}
                  label={t('takeBack')}
                  title={t('takeBackTitle', { email })}
                  variant="quiet"
                />
              </form>
            </div>
          ),
        },
      ]}
      rowKey={({ id }) => id}
      rows={rows}
    />
  )
}

const mailTones = { waiting: 'wait', sent: 'good', failed: 'bad' } as const
