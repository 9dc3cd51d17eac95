import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Language } from '@/lib/languages'
import { openTo } from '@/lib/registrations/rules'
import type { EventOffer, Opening } from '@/lib/registrations/schema'
import { emptyFormState, type FormState } from '../ui/form/form-state'
import { KeptAnswers } from '../ui/form/kept-answers'
import { SubmitButton } from '../ui/form/submit-button'
import { TextLink } from '../ui/text-link'
import { EventForm } from './event-form'
import { FormQuestions } from './form-questions'
import { keptEntry, neverKept } from './kept-entry'
import { RegisterSummary } from './register-summary'
import { reviewWords } from './review-words'
import { summaryWords } from './summary-words'
import { WayIn } from './way-in'

type RegisterFormProps = {
  offer: EventOffer
  language: Language
  submissionId: string
  action: (state: FormState, data: FormData) => Promise<FormState>
  now: Date
  /** Whether this reader holds a code; without one, what it keeps closed is not shown. */
  hasCode?: (code: string) => boolean
  /** What came with the address: a code, or a personal invitation. */
  opening?: Opening
  /** On a page of somebody else: one page without scripts, whose links open beside it. */
  isFramed?: boolean
  /** A place that somebody passes on: the link that takes it, whose it is, and the address it was sent to. */
  transfer?: { token: string; registrationId: string }
  knownEmail?: ReactNode
}

/** The form of an event, in the order of the questions one would ask aloud. */
export function RegisterForm({
  offer: whole,
  language,
  submissionId,
  action,
  now,
  hasCode = () => false,
  opening = noOpening,
  isFramed = false,
  transfer,
  knownEmail,
}: RegisterFormProps) {
  const t = useTranslations('register')
  const offer = openTo(whole, hasCode)
  const { event } = offer
  const opened = { offer, language, hasCode }
  const target = isFramed ? '_blank' : undefined
  return (
    <EventForm
      action={action}
      asked={opened}
      fieldNames={{ accessCode: t('code.label') }}
      id="register"
      initialState={startWith(opening)}
      review={isFramed ? undefined : reviewWords(offer, t)}
    >
      <input name="submissionId" type="hidden" value={submissionId} />
      {transfer && <input name="transfer" type="hidden" value={transfer.token} />}
      {isFramed ? (
        <p className="mb-8 text-muted">{t('lead')}</p>
      ) : (
        <KeptAnswers
          afresh={t('kept.afresh')}
          broughtBack={t('kept.broughtBack')}
          entry={keptEntry(event, transfer?.registrationId)}
          lead={t('lead')}
          never={neverKept}
        />
      )}
      {!transfer && <WayIn event={event} opening={opening} />}
      <FormQuestions {...opened} isFramed={isFramed} knownEmail={knownEmail} now={now} />
      <div className="space-y-5 border-line border-t pt-8">
        <RegisterSummary {...summaryWords(offer, language, t)} />
        <SubmitButton
          className="w-full sm:w-auto"
          pendingLabel={t('sending')}
          reviewLabel={t('submitReview')}
          size="large"
        >
          {t('submit')}
        </SubmitButton>
        <p className="text-muted text-sm">
          <TextLink href={`/events/${event.slug}/privacy`} target={target}>
            {t('privacyVersion', { version: event.privacyVersion })}
          </TextLink>
        </p>
      </div>
    </EventForm>
  )
}

const noOpening: Opening = { code: null, invitation: null, spent: null, tried: 'none' }

/** Whoever is invited is known by name and address, and may change both. */
const startWith = ({ invitation }: Opening): FormState =>
  invitation
    ? { ...emptyFormState, values: { name: [invitation.name], email: [invitation.email] } }
    : emptyFormState
