import { useTranslations } from 'next-intl'
import { handoutLimits } from '@/lib/handouts/schema'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { HiddenField } from '../ui/form/hidden-field'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'

type FreezeFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  /** Made with the form: two presses are one list. */
  id: string
  eraseOn: { usual: string; first: string; last: string }
}

/** Why somebody gets legal names, who, and until when; without all three nobody gets them. */
export function FreezeForm({ action, id, eraseOn }: FreezeFormProps) {
  const t = useTranslations('organizer.exports.handout')
  const common = useTranslations('common')
  return (
    <ActionForm action={action} className="max-w-xl space-y-5" summaryTitle={t('mistake')}>
      <HiddenField name="id" value={id} />
      <TextField
        autoComplete="off"
        hint={t('recipientHint')}
        label={t('recipient')}
        maxLength={handoutLimits.words}
        name="recipient"
        required
      />
      <TextField
        autoComplete="off"
        hint={t('purposeHint')}
        label={t('purpose')}
        maxLength={handoutLimits.purpose}
        name="purpose"
        required
      />
      <TextField
        defaultValue={eraseOn.usual}
        hint={t('eraseOnHint')}
        label={t('eraseOn')}
        max={eraseOn.last}
        min={eraseOn.first}
        name="eraseOn"
        required
        type="date"
      />
      <SubmitButton pendingLabel={common('sending')}>{t('freeze')}</SubmitButton>
    </ActionForm>
  )
}
