import { useTranslations } from 'next-intl'
import type { Language } from '@/lib/languages'
import type { EventOffer } from '@/lib/registrations/schema'
import type { FormState } from '../ui/form/form-state'
import { HiddenField } from '../ui/form/hidden-field'
import { SubmitButton } from '../ui/form/submit-button'
import { Notice } from '../ui/notice'
import { TextLink } from '../ui/text-link'
import { EventForm } from './event-form'
import { FormQuestions } from './form-questions'
import { KnownEmail } from './known-email'
import { RegisterSummary } from './register-summary'
import { summaryWords } from './summary-words'

type ChangeFormProps = {
  registrationId: string
  email: string
  offer: EventOffer
  language: Language
  now: Date
  values: FormState['values']
  version: number
  seen: string
  isInvited: boolean
  action: (state: FormState, data: FormData) => Promise<FormState>
}

/** The form of the event once more, filled in with what its person said. */
export function ChangeForm({ offer, language, now, values, action, ...mine }: ChangeFormProps) {
  const t = useTranslations('register')
  const change = useTranslations('change')
  const hasCode = () => mine.isInvited
  const mayLoseTheHall = values.presence?.[0] === 'on_site' && offer.event.isRemoteOffered
  return (
    <EventForm
      action={action}
      asked={{ offer, language, hasCode }}
      id="change"
      initialState={{ values, fieldErrors: {} }}
    >
      <HiddenField name="version" value={String(mine.version)} />
      <HiddenField name="seen" value={mine.seen} />
      {mayLoseTheHall && <Notice className="mb-8">{change('remoteLoses')}</Notice>}
      <FormQuestions
        hasCode={hasCode}
        knownEmail={
          <KnownEmail address={mine.email} label={t('email')}>
            <TextLink href={`/my/email/${mine.registrationId}`}>{change('otherAddress')}</TextLink>
          </KnownEmail>
        }
        language={language}
        now={now}
        offer={offer}
      />
      <div className="space-y-5 border-line border-t pt-8">
        <RegisterSummary {...summaryWords(offer, language, t)} />
        <SubmitButton className="w-full sm:w-auto" pendingLabel={t('sending')} size="large">
          {change('save')}
        </SubmitButton>
        <p className="text-muted text-sm">{change('saveNote')}</p>
      </div>
    </EventForm>
  )
}
