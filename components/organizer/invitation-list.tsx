import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayMoment } from '@/lib/dates'
import type { InvitationRow } from '@/lib/registrations/schema'

type InvitationListProps = {
  slug: string
  rows: InvitationRow[]
  timezone: string
  language: Language
  takeBack: (slug: string, id: string) => Promise<void>
}

/** Who was invited personally, and what became of it. */
export function InvitationList({ slug, rows, timezone, language, takeBack }: InvitationListProps) {
  const t = useTranslations('organizer.invite')
  if (rows.length === 0) return <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
  return (
    <Table
      caption={t('list')}
      columns={[
        { key: 'name', header: t('name'), cell: ({ name }) => <bdi>{name}</bdi>, primary: true },
        { key: 'email', header: t('email'), cell: ({ email }) => <bdi>{email}</bdi> },
        {
          key: 'state',
          header: t('state'),
          cell: ({ state, registrationId }) => (
            <>
              <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>{' '}
              {registrationId && (
                <TextLink href={`/organizer/${slug}/attendees/${registrationId}`}>{t('person')}</TextLink>
              )}
            </>
          ),
        },
        {
          key: 'at',
          header: t('sentAt'),
          cell: ({ createdAt }) => sayMoment(createdAt, timezone, language),
        },
        {
          key: 'act',
          header: t('act'),
          cell: ({ id, name, state }) =>
            state === 'open' && (
              <form action={takeBack.bind(null, slug, id)}>
                <ConfirmButton
                  cancelLabel={t('keep')}
                  confirmLabel={t('takeBackConfirm')}
                  consequence={t('takeBackText')}
                  label={t('takeBack')}
                  title={t('takeBackTitle', { name })}
                  variant="quiet"
                />
              </form>
            ),
        },
      ]}
      rowKey={({ id }) => id}
      rows={rows}
    />
  )
}

const tones = { open: 'info', used: 'good', taken_back: 'neutral' } as const
