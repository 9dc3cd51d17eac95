import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { HiddenField } from '@/components/ui/form/hidden-field'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { Section } from '@/components/ui/section'
import type { Language } from '@/lib/dates'
import { type OwnWords, ownWordLimits } from '@/lib/mail/schema'

export type Worded = { language: Language; own: OwnWords | null; house: { subject: string; opening: string } }

type OwnWordsFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  texts: Worded[]
  /** The state of the words on this page, to notice that somebody else saved meanwhile. */
  seen: string
}

/** Subject and opening in each language of the event; under each field what the house says without it. */
export function OwnWordsForm({ action, texts, seen }: OwnWordsFormProps) {
  const t = useTranslations('mail.texts')
  const common = useTranslations('common')
  const names = texts.flatMap(({ language }) =>
    (['subject', 'opening'] as const).map((field) => [
      `${field}.${language}`,
      `${t(`languages.${language}`)}, ${t(field)}:`,
    ]),
  )
  return (
    <ActionForm
      action={action}
      className="space-y-10"
      fieldNames={Object.fromEntries(names)}
      summaryTitle={t('mistake')}
    >
      <HiddenField name="seen" value={seen} />
      {texts.map(({ language, own, house }) => (
        <Section key={language} title={t(`languages.${language}`)}>
          <div className="max-w-[44rem] space-y-6">
            <TextField
              defaultValue={own?.subject ?? ''}
              hint={t('house', { text: house.subject })}
              label={t('subject')}
              maxLength={ownWordLimits.subject}
              name={`subject.${language}`}
              optional={common('optional')}
            />
            <TextField
              defaultValue={own?.opening ?? ''}
              hint={t('house', { text: house.opening })}
              label={t('opening')}
              lines={5}
              maxLength={ownWordLimits.opening}
              name={`opening.${language}`}
              optional={common('optional')}
            />
          </div>
        </Section>
      ))}
      <SubmitButton pendingLabel={t('saving')}>{t('save')}</SubmitButton>
    </ActionForm>
  )
}
