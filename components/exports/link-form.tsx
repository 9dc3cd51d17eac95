import { useTranslations } from 'next-intl'
import { linkHours } from '@/lib/handouts/schema'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { SelectField } from '../ui/form/select-field'
import { SubmitButton } from '../ui/form/submit-button'
import { MadeLink } from './made-link'

type LinkFormProps = { action: (state: FormState, data: FormData) => Promise<FormState> }

/** Makes a link for the recipient; it is shown once, in the answer to this form. */
export function LinkForm({ action }: LinkFormProps) {
  const t = useTranslations('organizer.exports.handout')
  const common = useTranslations('common')
  return (
    <ActionForm action={action} className="space-y-3" summaryTitle={t('mistake')}>
      <MadeLink ready={t('linkReady')} />
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          className="min-w-40"
          defaultValue={String(linkHours[1])}
          label={t('linkHours')}
          name="hours"
          options={linkHours.map((hours) => ({ value: String(hours), label: t('hours', { hours }) }))}
        />
        <SubmitButton pendingLabel={common('sending')} variant="secondary">
          {t('makeLink')}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
