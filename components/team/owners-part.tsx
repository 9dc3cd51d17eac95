import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Section } from '@/components/ui/section'
import type { MemberInvitationRow } from '@/lib/team/schema'
import { InvitationTable } from './invitation-table'
import { InviteMemberForm } from './invite-member-form'

type OwnersPartProps = Omit<ComponentProps<typeof InvitationTable>, 'rows'> & {
  invitations: MemberInvitationRow[]
  invite: ComponentProps<typeof InviteMemberForm>['action']
  mailLanguage: string
}

/** What only owners see: who was asked, and a form to ask more. */
export function OwnersPart({ invitations, invite, mailLanguage, ...table }: OwnersPartProps) {
  const t = useTranslations('team')
  return (
    <>
      <Section title={t('invitations')}>
        <InvitationTable rows={invitations} {...table} />
      </Section>
      <Section note={t('inviteNote')} title={t('invite')}>
        <InviteMemberForm action={invite} language={mailLanguage} />
      </Section>
    </>
  )
}
