import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'

type SendFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  version: number
  /** Stands for exactly the people who were counted on this page. */
  mark: string
  people: number
  /** The event's zone as it is called now. */
  zone: string
}

/** Now, or at a time of the event's own clocks. */
export function SendForm({ action, version, mark, people, zone }: SendFormProps) {
  const t = useTranslations('groupMails.send')
  const common = useTranslations('common')
  return (
    <ActionForm action={action} className="space-y-8" summaryTitle={t('mistake')}>
      {/* The first button is what Enter presses beside the time: never the one that sends at once. */}
      <button aria-hidden="true" className="hidden" name="intent" tabIndex={-1} type="submit" value="later" />
      <input name="version" type="hidden" value={version} />
      <input name="mark" type="hidden" value={mark} />
      <ConfirmButton
        cancelLabel={common('cancel')}
        confirmLabel={t('confirm', { count: people })}
        consequence={t('consequence')}
        isHarmless
        label={t('now', { count: people })}
        name="intent"
        title={t('title', { count: people })}
        value="now"
        variant="primary"
      />
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          className="w-full max-w-xs"
          hint={t('atHint', { zone })}
          label={t('at')}
          name="at"
          type="datetime-local"
        />
        <SubmitButton name="intent" pendingLabel={t('sending')} value="later" variant="secondary">
          {t('later')}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
