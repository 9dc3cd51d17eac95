import { useTranslations } from 'next-intl'
import { roomChoices } from '@/lib/hotels/rules'
import type { Language } from '@/lib/languages'
import type { EventOffer } from '@/lib/registrations/schema'
import { limits } from '@/lib/registrations/schema'
import { QuestionsPart, questionNames } from '../questions/questions-part'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { KeptAnswers } from '../ui/form/kept-answers'
import { Question } from '../ui/form/question'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'
import { TickField } from '../ui/form/tick-field'
import { TextLink } from '../ui/text-link'
import { ActivitiesQuestion } from './activities-question'
import { FoodQuestion } from './food-question'
import { keptEntry, neverKept } from './kept-entry'
import { OnSiteOnly } from './on-site-only'
import { PhotoQuestion } from './photo-question'
import { PresenceQuestion } from './presence-question'
import { RegisterSummary } from './register-summary'
import { reviewWords } from './review-words'
import { SleepQuestion } from './sleep-question'
import { summaryWords } from './summary-words'
import { WhoQuestion } from './who-question'

type RegisterFormProps = {
  offer: EventOffer
  language: Language
  submissionId: string
  action: (state: FormState, data: FormData) => Promise<FormState>
  now: Date
  /** Whether this reader holds a code; without one, what it keeps closed is not shown. */
  hasCode?: (code: string) => boolean
  /** On a page of somebody else: one page without scripts, whose links open beside it. */
  isFramed?: boolean
}

/** The form of an event, in the order of the questions one would ask aloud. */
export function RegisterForm({
  offer,
  language,
  submissionId,
  action,
  now,
  hasCode = () => false,
  isFramed = false,
}: RegisterFormProps) {
  const t = useTranslations('register')
  const { event } = offer
  const opened = { offer, language, hasCode }
  const target = isFramed ? '_blank' : undefined
  return (
    <ActionForm
      action={action}
      className="[&:has([name=presence]:not([value^=on]):checked)_[data-on-site]]:hidden"
      fieldNames={{
        ...Object.fromEntries(asked.map(([name, word]) => [name, t(word)])),
        ...questionNames(opened),
      }}
      id="register"
      review={isFramed ? undefined : reviewWords(offer, t)}
      summaryTitle={t('refusals.wrong_answers')}
    >
      <input name="submissionId" type="hidden" value={submissionId} />
      {isFramed ? (
        <p className="mb-8 text-muted">{t('lead')}</p>
      ) : (
        <KeptAnswers
          afresh={t('kept.afresh')}
          broughtBack={t('kept.broughtBack')}
          entry={keptEntry(event)}
          lead={t('lead')}
          never={neverKept}
        />
      )}
      <WhoQuestion event={event} />
      <PresenceQuestion language={language} offer={offer} />
      <ActivitiesQuestion language={language} now={now} offer={offer} />
      <OnSiteOnly>
        <FoodQuestion language={language} offer={offer} />
        {roomChoices(offer.hotels).length > 0 && <SleepQuestion language={language} offer={offer} />}
        <PhotoQuestion event={event} />
      </OnSiteOnly>
      <Question title={t('last')}>
        <TextField
          hint={t('accessibilityHint')}
          label={t('accessibility')}
          lines={3}
          maxLength={limits.accessibility}
          name="accessibility"
          optional={t('optional')}
        />
        <QuestionsPart {...opened} isFramed={isFramed} />
        <TickField label={t('listed')} name="listed" optional={t('optional')} />
        {event.codeOfConductUrl && (
          <TickField
            hint={
              <TextLink href={event.codeOfConductUrl} target={target}>
                {t('codeOfConduct')}
              </TextLink>
            }
            label={t('consent_code_of_conduct')}
            name="consent.code_of_conduct"
            required
          />
        )}
      </Question>
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
          <TextLink href={`/privacy?event=${event.slug}`} target={target}>
            {t('privacy')}
          </TextLink>
        </p>
      </div>
    </ActionForm>
  )
}

const asked = [
  ['name', 'name'],
  ['email', 'email'],
  ['organization', 'organization'],
  ['legalName', 'legalName'],
  ['presence', 'how'],
  ['days', 'days'],
  ['activities', 'activities'],
  ['diet', 'diet'],
  ['allergies', 'allergies'],
  ['allergiesConsent', 'allergies'],
  ['stay', 'stay'],
  ['nights', 'nightsAny'],
  ['roommate', 'roommate'],
  ['photo', 'photo'],
  ['accessibility', 'accessibility'],
] as const
