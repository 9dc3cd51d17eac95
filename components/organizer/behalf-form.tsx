import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Language } from '@/lib/languages'
import type { EventOffer } from '@/lib/registrations/schema'
import { EventForm } from '../registrations/event-form'
import { FormQuestions } from '../registrations/form-questions'
import type { FormState } from '../ui/form/form-state'
import { HiddenField } from '../ui/form/hidden-field'
import { SubmitButton } from '../ui/form/submit-button'

type BehalfFormProps = {
  offer: EventOffer
  language: Language
  now: Date
  action: (state: FormState, data: FormData) => Promise<FormState>
  values: FormState['values']
  /** What travels along unseen. */
  carried: Record<string, string>
  knownEmail?: ReactNode
  /** What only an organizer decides. */
  children: ReactNode
  submit: string
}

/** The form of the event, filled in by an organizer for somebody: the same questions, and below what only they decide. */
export function BehalfForm({ offer, language, now, action, values, carried, ...shown }: BehalfFormProps) {
  const t = useTranslations('register')
  const hasCode = () => true
  return (
    <EventForm
      action={action}
      asked={{ offer, language, hasCode }}
      initialState={{ values, fieldErrors: {} }}
    >
      {Object.entries(carried).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <FormQuestions
        hasCode={hasCode}
        knownEmail={shown.knownEmail}
        language={language}
        now={now}
        offer={offer}
      />
      {shown.children}
      <div className="border-line border-t pt-8">
        <SubmitButton className="w-full sm:w-auto" pendingLabel={t('sending')} size="large">
          {shown.submit}
        </SubmitButton>
      </div>
    </EventForm>
  )
}
