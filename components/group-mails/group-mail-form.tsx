import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import { ChoiceField } from '@/components/ui/form/choice-field'
import type { FormState } from '@/components/ui/form/form-state'
import { HiddenField } from '@/components/ui/form/hidden-field'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { Section } from '@/components/ui/section'
import { type Draft, groupMailLimits } from '@/lib/group-mails/schema'
import type { Language } from '@/lib/languages'

type GroupMailFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  draft: Draft
  /** Of the draft on this page; null for a new one. */
  version: number | null
  languages: Language[]
}

/** What a message says in each language of the event, and whether it is about the event itself. */
export function GroupMailForm({ action, draft, version, languages }: GroupMailFormProps) {
  const t = useTranslations('groupMails.write')
  const parts = languages.flatMap((code) =>
    (['subject', 'text'] as const).map((part) => [
      `${part}.${code}`,
      `${t(`languages.${code}`)}, ${t(part)}:`,
    ]),
  )
  return (
    <ActionForm
      action={action}
      className="max-w-[46rem] space-y-10"
      fieldNames={Object.fromEntries(parts)}
      summaryTitle={t('mistake')}
    >
      <HiddenField name="id" value={draft.id} />
      <input name="filter" type="hidden" value={draft.filter} />
      <HiddenField name="version" value={String(version ?? '')} />
      {languages.map((code) => (
        <Section key={code} title={t(`languages.${code}`)}>
          <div className="space-y-6">
            <TextField
              defaultValue={draft.texts[code]?.subject ?? ''}
              label={t('subject')}
              maxLength={groupMailLimits.subject}
              name={`subject.${code}`}
            />
            <TextField
              defaultValue={draft.texts[code]?.text ?? ''}
              hint={t('textHint')}
              label={t('text')}
              lines={14}
              maxLength={groupMailLimits.text}
              name={`text.${code}`}
            />
          </div>
        </Section>
      ))}
      <ChoiceField
        defaultValues={[draft.isAboutEvent ? 'event' : 'news']}
        legend={t('about')}
        name="about"
        options={(['event', 'news'] as const).map((value) => ({
          value,
          label: t(`abouts.${value}`),
          hint: t(`aboutHints.${value}`),
        }))}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" pendingLabel={t('saving')} value="look">
          {t('look')}
        </SubmitButton>
        <SubmitButton name="intent" pendingLabel={t('saving')} value="keep" variant="secondary">
          {t('keep')}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
