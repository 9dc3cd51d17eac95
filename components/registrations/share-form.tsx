import { useTranslations } from 'next-intl'
import { limits } from '@/lib/registrations/schema'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { HiddenField } from '../ui/form/hidden-field'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'

type ShareFormProps = {
  named: string | null
  action: (state: FormState, data: FormData) => Promise<FormState>
}

/** Says with whom somebody would share their room; an empty answer takes it back. */
export function ShareForm({ named, action }: ShareFormProps) {
  const t = useTranslations('my.room')
  return (
    <ActionForm
      action={action}
      className="space-y-5"
      initialState={{ values: named ? { roommate: [named] } : {}, fieldErrors: {} }}
      summaryTitle={t('mistake')}
    >
      <HiddenField name="seen" value={named ?? ''} />
      <TextField
        autoComplete="off"
        hint={t('nameHint')}
        label={t('nameLabel')}
        maxLength={limits.roommate}
        name="roommate"
      />
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  )
}
