import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { HiddenField } from '@/components/ui/form/hidden-field'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { TickField } from '@/components/ui/form/tick-field'
import type { BulkKind } from '@/lib/bulk-acts/schema'

type ManyFormProps = {
  kind: BulkKind
  id: string
  mark: string
  /** To how many it can be done. */
  count: number
  action: (state: FormState, data: FormData) => Promise<FormState>
}

/** The one press, with what has to be said beside it. */
export function ManyForm({ kind, id, mark, count, action }: ManyFormProps) {
  const t = useTranslations('organizer.many')
  const isRed = kind === 'cancel' || kind === 'decline'
  return (
    <ActionForm action={action} className="max-w-2xl space-y-5" summaryTitle={t('mistake')}>
      <HiddenField name="id" value={id} />
      <HiddenField name="mark" value={mark} />
      {kind === 'cancel' && <TickField hint={t('quietHint')} label={t('quiet')} name="isQuiet" />}
      {kind === 'promote' && (
        <>
          <TickField hint={t('forceHint')} label={t('force')} name="isForced" />
          <TextField label={t('reason')} maxLength={500} name="reason" optional={t('whenForced')} />
        </>
      )}
      {(kind === 'tag' || kind === 'untag') && (
        <TextField hint={t('tagsHint')} label={t('tags')} maxLength={1000} name="tags" required />
      )}
      <SubmitButton pendingLabel={t('pressed')} variant={isRed ? 'danger' : 'primary'}>
        {t(`press.${kind}`, { count })}
      </SubmitButton>
    </ActionForm>
  )
}
