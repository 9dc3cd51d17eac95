import { useTranslations } from 'next-intl'
import { teamRoles } from '@/lib/team/schema'
import { AddresseeFields } from '../account/addressee-fields'
import { ActionForm } from '../ui/form/action-form'
import { ChoiceField } from '../ui/form/choice-field'
import type { FormState } from '../ui/form/form-state'
import { SubmitButton } from '../ui/form/submit-button'

type InviteMemberFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  /** The event's own, which the mail starts with. */
  language: string
}

/** Whom to ask into the team, as what, and in which language. */
export function InviteMemberForm({ action, language }: InviteMemberFormProps) {
  const t = useTranslations('team')
  const common = useTranslations('common')
  return (
    <ActionForm action={action} className="max-w-xl space-y-5" summaryTitle={t('mistake')}>
      <AddresseeFields
        labels={{ email: t('email'), emailHint: t('emailHint'), language: t('language') }}
        language={language}
      >
        <ChoiceField
          defaultValues={['organizer']}
          legend={t('role')}
          name="role"
          options={teamRoles.map((role) => ({
            value: role,
            label: t(`roles.${role}`),
            hint: t(`may.${role}`),
          }))}
          required
        />
      </AddresseeFields>
      <SubmitButton pendingLabel={common('sending')}>{t('send')}</SubmitButton>
    </ActionForm>
  )
}
