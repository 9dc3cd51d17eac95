import { useTranslations } from 'next-intl'
import { languages } from '@/lib/languages'
import { limits } from '@/lib/registrations/schema'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { SelectField } from '../ui/form/select-field'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'

type InviteFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  /** The event's own, which the mail starts with. */
  language: string
}

/** Whom to invite, and in which language to write. */
export function InviteForm({ action, language }: InviteFormProps) {
  const t = useTranslations('organizer.invite')
  const common = useTranslations('common')
  return (
    <ActionForm action={action} className="max-w-xl space-y-5" summaryTitle={t('mistake')}>
      <TextField autoComplete="off" label={t('name')} maxLength={limits.name} name="name" required />
      <TextField
        autoComplete="off"
        hint={t('emailHint')}
        inputMode="email"
        label={t('email')}
        maxLength={limits.email}
        name="email"
        required
        spellCheck={false}
        type="email"
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
