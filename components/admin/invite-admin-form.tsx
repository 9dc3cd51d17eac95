import { useLocale, useTranslations } from 'next-intl'
import { languages } from '@/lib/languages'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { SelectField } from '../ui/form/select-field'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'

type InviteAdminFormProps = { action: (state: FormState, data: FormData) => Promise<FormState> }

/** Whom to make an admin by mail, and in which language it is written. */
export function InviteAdminForm({ action }: InviteAdminFormProps) {
  const t = useTranslations('admin.people')
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
      <SelectField
        defaultValue={useLocale()}
        label={t('language')}
        name="language"
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SubmitButton pendingLabel={common('sending')}>{t('send')}</SubmitButton>
    </ActionForm>
  )
}
