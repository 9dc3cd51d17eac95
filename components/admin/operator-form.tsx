import { useTranslations } from 'next-intl'
import { operatorLimits, type Settings } from '@/lib/installation/schema'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { HiddenField } from '../ui/form/hidden-field'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'

type OperatorFormProps = {
  settings: Settings
  action: (state: FormState, data: FormData) => Promise<FormState>
}

/** Who runs the house, as everybody reads it. */
export function OperatorForm({ settings, action }: OperatorFormProps) {
  const t = useTranslations('admin.settings')
  return (
    <ActionForm action={action} className="max-w-2xl space-y-5" summaryTitle={t('mistake')}>
      <HiddenField name="version" value={String(settings.version)} />
      <TextField
        autoComplete="organization"
        defaultValue={settings.operatorName ?? ''}
        hint={t('operatorNameHint')}
        label={t('operatorName')}
        maxLength={operatorLimits.operatorName}
        name="operatorName"
        optional={t('optional')}
      />
      <TextField
        autoComplete="off"
        defaultValue={settings.contactEmail ?? ''}
        inputMode="email"
        label={t('contactEmail')}
        maxLength={operatorLimits.contactEmail}
        name="contactEmail"
        optional={t('optional')}
        spellCheck={false}
        type="email"
      />
      <TextField
        defaultValue={settings.legalNotice ?? ''}
        hint={t('legalNoticeHint')}
        label={t('legalNotice')}
        lines={6}
        maxLength={operatorLimits.legalNotice}
        name="legalNotice"
        optional={t('optional')}
      />
      <SubmitButton pendingLabel={t('save')}>{t('save')}</SubmitButton>
    </ActionForm>
  )
}
