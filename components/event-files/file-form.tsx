import { useTranslations } from 'next-intl'
import { ActionForm } from '../ui/form/action-form'
import { FileField } from '../ui/form/file-field'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'
import type { PartState } from './part-state'
import { PlanNotice } from './plan-notice'
import { planWords } from './plan-words'

type FileFormProps = { action: (state: PartState, data: FormData) => Promise<PartState> }

/** An event file to read: first its plan, and on a second press what the plan says. */
export function FileForm({ action }: FileFormProps) {
  const t = useTranslations('settings')
  const form = useTranslations('eventForm.page')
  return (
    <ActionForm action={action} className="max-w-[50rem] space-y-6" summaryTitle={form('mistake')}>
      <FileField accept=".yaml,.yml,text/yaml,application/yaml" label={t('chooseFile')} name="file" />
      <TextField dir="ltr" label={t('orText')} lines={10} name="text" spellCheck={false} />
      <PlanNotice words={{ ...planWords(form), saveAgreed: t('applyPlan') }} />
      <SubmitButton name="do" pendingLabel={form('saving')} value="read">
        {t('showPlan')}
      </SubmitButton>
    </ActionForm>
  )
}
