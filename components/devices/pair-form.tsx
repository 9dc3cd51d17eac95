import { useTranslations } from 'next-intl'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'

type PairFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  /** What the phone may be called: no other is. */
  name: string
}

/** The PIN of a link, and what the phone in one's hand is called. */
export function PairForm({ action, name }: PairFormProps) {
  const t = useTranslations('devices.pair')
  const common = useTranslations('common')
  return (
    <ActionForm action={action} className="w-full space-y-5" summaryTitle={t('mistake')}>
      <TextField
        autoComplete="off"
        dir="ltr"
        hint={t('pinHint')}
        inputMode="numeric"
        label={t('pin')}
        maxLength={12}
        name="pin"
        required
        spellCheck={false}
      />
      <TextField
        autoComplete="off"
        defaultValue={name}
        hint={t('nameHint')}
        label={t('name')}
        maxLength={40}
        name="name"
        required
      />
      <SubmitButton pendingLabel={common('sending')} size="large">
        {t('submit')}
      </SubmitButton>
    </ActionForm>
  )
}
