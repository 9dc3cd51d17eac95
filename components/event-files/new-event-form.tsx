import { useTranslations } from 'next-intl'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { SelectField } from '../ui/form/select-field'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'
import { SlugProposal } from './slug-proposal'

type NewEventFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  zones: string[]
  email: string
}

/** Five facts and whom to ask. */
export function NewEventForm({ action, zones, email }: NewEventFormProps) {
  const t = useTranslations('newEvent')
  return (
    <ActionForm action={action} className="max-w-[44rem] space-y-6" summaryTitle={t('mistake')}>
      <TextField label={t('name')} maxLength={200} name="title" required />
      <TextField
        dir="ltr"
        hint={t('slugHint')}
        label={t('slug')}
        maxLength={80}
        name="slug"
        spellCheck={false}
      />
      <SelectField
        emptyLabel={t('timezoneChoose')}
        label={t('timezone')}
        name="timezone"
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        required
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField hint={t('timeHint')} label={t('starts')} name="starts" required type="datetime-local" />
        <TextField hint={t('timeHint')} label={t('ends')} name="ends" required type="datetime-local" />
      </div>
      <TextField
        autoComplete="email"
        defaultValue={email}
        hint={t('emailHint')}
        label={t('email')}
        name="email"
        required
        type="email"
      />
      <SubmitButton pendingLabel={t('creating')}>{t('create')}</SubmitButton>
      <SlugProposal />
    </ActionForm>
  )
}
