import { useTranslations } from 'next-intl'
import type { EventView } from '@/lib/events/schema'
import { limits } from '@/lib/registrations/schema'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { HiddenField } from '../ui/form/hidden-field'
import { Question } from '../ui/form/question'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'
import { TickField } from '../ui/form/tick-field'
import { AllergiesFields } from './allergies-fields'
import { PhotoQuestion } from './photo-question'

type LateFormProps = {
  event: EventView
  values: FormState['values']
  version: number
  seen: string
  action: (state: FormState, data: FormData) => Promise<FormState>
}

/** What can still be said after the freeze date. */
export function LateForm({ event, values, version, seen, action }: LateFormProps) {
  const t = useTranslations('register')
  const change = useTranslations('change')
  const isOnSite = values.presence?.[0] === 'on_site'
  return (
    <ActionForm
      action={action}
      fieldNames={{ photo: t('photo'), allergiesConsent: t('allergies'), allergies: t('allergies') }}
      id="change"
      initialState={{ values, fieldErrors: {} }}
      summaryTitle={t('refusals.wrong_answers')}
    >
      <input name="late" type="hidden" value="on" />
      <HiddenField name="version" value={String(version)} />
      <HiddenField name="seen" value={seen} />
      {isOnSite && <PhotoQuestion event={event} />}
      <Question title={t('last')}>
        {isOnSite && event.allergiesHint !== null && <AllergiesFields hint={event.allergiesHint} />}
        <TextField
          hint={t('accessibilityHint')}
          label={t('accessibility')}
          lines={3}
          maxLength={limits.accessibility}
          name="accessibility"
          optional={t('optional')}
        />
        <TickField label={t('listed')} name="listed" optional={t('optional')} />
      </Question>
      <SubmitButton className="w-full sm:w-auto" pendingLabel={t('sending')} size="large">
        {change('save')}
      </SubmitButton>
    </ActionForm>
  )
}
