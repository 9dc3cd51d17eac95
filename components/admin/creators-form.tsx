import { useTranslations } from 'next-intl'
import { eventCreators, type Settings } from '@/lib/installation/schema'
import { ActionForm } from '../ui/form/action-form'
import { ChoiceField } from '../ui/form/choice-field'
import type { FormState } from '../ui/form/form-state'
import { HiddenField } from '../ui/form/hidden-field'
import { SubmitButton } from '../ui/form/submit-button'

type CreatorsFormProps = {
  settings: Settings
  action: (state: FormState, data: FormData) => Promise<FormState>
}

/** Who may make new events besides admins. */
export function CreatorsForm({ settings, action }: CreatorsFormProps) {
  const t = useTranslations('admin.settings')
  return (
    <ActionForm action={action} className="max-w-2xl space-y-5" summaryTitle={t('mistake')}>
      <HiddenField name="version" value={String(settings.version)} />
      <ChoiceField
        defaultValues={[settings.eventCreators]}
        hideLegend
        legend={t('creators')}
        name="eventCreators"
        options={eventCreators.map((value) => ({
          value,
          label: t(`creatorsOptions.${value}`),
          hint: t(`creatorsHints.${value}`),
        }))}
        required
      />
      <SubmitButton pendingLabel={t('save')}>{t('save')}</SubmitButton>
    </ActionForm>
  )
}
