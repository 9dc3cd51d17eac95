import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { questionNames } from '../questions/questions-part'
import { ActionForm } from '../ui/form/action-form'
import { askedControls } from './form-questions'

type EventFormProps = Omit<ComponentProps<typeof ActionForm>, 'className' | 'summaryTitle'> & {
  asked: Parameters<typeof questionNames>[0]
}

/** Any form with an event's questions: those for people on site go with their presence, and mistakes name the question. */
export function EventForm({ asked, fieldNames, ...form }: EventFormProps) {
  const t = useTranslations('register')
  return (
    <ActionForm
      {...form}
      className="[&:has([name=presence]:not([value^=on]):checked)_[data-on-site]]:hidden"
      fieldNames={{
        ...Object.fromEntries(askedControls.map(([name, word]) => [name, t(word)])),
        ...fieldNames,
        ...questionNames(asked),
      }}
      summaryTitle={t('refusals.wrong_answers')}
    />
  )
}
