import { useLocale, useTranslations } from 'next-intl'
import { AddresseeFields } from '../account/addressee-fields'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { SubmitButton } from '../ui/form/submit-button'

type InviteAdminFormProps = { action: (state: FormState, data: FormData) => Promise<FormState> }

/** Whom to make an admin by mail, and in which language it is written. */
export function InviteAdminForm({ action }: InviteAdminFormProps) {
  const t = useTranslations('admin.people')
  const common = useTranslations('common')
  return (
    <ActionForm action={action} className="max-w-xl space-y-5" summaryTitle={t('mistake')}>
      <AddresseeFields
        labels={{ email: t('email'), emailHint: t('emailHint'), language: t('language') }}
        language={useLocale()}
      />
      <SubmitButton pendingLabel={common('sending')}>{t('send')}</SubmitButton>
    </ActionForm>
  )
}
