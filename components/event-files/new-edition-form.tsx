import { useTranslations } from 'next-intl'
import type { NewEdition } from '@/lib/event-files/schema'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'

type NewEditionFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  proposed: NewEdition
  /** When the one that is copied starts, in words. */
  startsNow: string
}

export function NewEditionForm({ action, proposed, startsNow }: NewEditionFormProps) {
  const t = useTranslations('newEdition')
  const common = useTranslations('newEvent')
  return (
    <ActionForm action={action} className="max-w-[44rem] space-y-6" summaryTitle={common('mistake')}>
      <TextField
        defaultValue={proposed.starts}
        hint={t('startsHint', { date: startsNow })}
        label={t('starts')}
        name="starts"
        required
        type="date"
      />
      <TextField defaultValue={proposed.title} label={t('name')} maxLength={200} name="title" required />
      <TextField
        defaultValue={proposed.slug}
        dir="ltr"
        hint={common('slugHint')}
        label={t('slug')}
        maxLength={80}
        name="slug"
        spellCheck={false}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField defaultValue={proposed.series} label={t('series')} name="series" />
        <TextField
          defaultValue={String(proposed.edition ?? '')}
          inputMode="numeric"
          label={t('edition')}
          name="edition"
        />
      </div>
      <SubmitButton pendingLabel={common('creating')}>{t('create')}</SubmitButton>
    </ActionForm>
  )
}
