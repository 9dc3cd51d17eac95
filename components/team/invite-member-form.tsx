import { useTranslations } from 'next-intl'
import { languages } from '@/lib/languages'
import { teamRoles } from '@/lib/team/schema'
import { ActionForm } from '../ui/form/action-form'
import { ChoiceField } from '../ui/form/choice-field'
import type { FormState } from '../ui/form/form-state'
import { SelectField } from '../ui/form/select-field'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'

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
      <TextField
        autoComplete="off"
        hint={t('emailHint')}
        inputMode="email"
        label={t('email')}
        maxLength={254}
        name="email"
        required
        spellCheck={false}
        type="email"
      />
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
      <SelectField
        defaultValue={language}
        label={t('language')}
        name="language"
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SubmitButton pendingLabel={common('sending')}>{t('send')}</SubmitButton>
    </ActionForm>
  )
}
