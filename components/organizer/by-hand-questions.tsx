import { useTranslations } from 'next-intl'
import { languages } from '@/lib/languages'
import { ChoiceField } from '../ui/form/choice-field'
import { Question } from '../ui/form/question'
import { SelectField } from '../ui/form/select-field'
import { TextField } from '../ui/form/text-field'
import { TickField } from '../ui/form/tick-field'

/** How somebody who is added by hand agreed, whether they are written to, and whether they may go beyond what is there. */
export function ByHandQuestions({ language }: { language: string }) {
  const t = useTranslations('organizer.byHand')
  return (
    <Question title={t('ours')}>
      <ChoiceField
        columns={2}
        hint={t('agreedHint')}
        legend={t('agreed')}
        name="agreed"
        options={[
          { value: 'on_paper', label: t('onPaper'), hint: t('onPaperHint') },
          { value: 'not_given', label: t('notGiven'), hint: t('notGivenHint') },
        ]}
        required
      />
      <TickField hint={t('tellHint')} label={t('tell')} name="isTold" />
      <SelectField
        defaultValue={language}
        label={t('language')}
        name="language"
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TickField hint={t('forceHint')} label={t('force')} name="isForced" />
      <TextField
        autoComplete="off"
        label={t('reason')}
        maxLength={500}
        name="reason"
        optional={t('whenForced')}
      />
    </Question>
  )
}
