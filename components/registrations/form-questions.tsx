import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { roomChoices } from '@/lib/hotels/rules'
import type { Language } from '@/lib/languages'
import type { FieldName } from '@/lib/privacy/schema'
import type { EventOffer } from '@/lib/registrations/schema'
import { limits } from '@/lib/registrations/schema'
import { KeptHint } from '../privacy/kept-hint'
import { QuestionsPart } from '../questions/questions-part'
import { Question } from '../ui/form/question'
import { TextField } from '../ui/form/text-field'
import { TickField } from '../ui/form/tick-field'
import { TextLink } from '../ui/text-link'
import { ActivitiesQuestion } from './activities-question'
import { FoodQuestion } from './food-question'
import { OnSiteOnly } from './on-site-only'
import { PhotoQuestion } from './photo-question'
import { PresenceQuestion } from './presence-question'
import { SleepQuestion } from './sleep-question'
import { WhoQuestion } from './who-question'

type FormQuestionsProps = {
  offer: EventOffer
  language: Language
  now: Date
  hasCode: (code: string) => boolean
  isFramed?: boolean
  /** Stands where the address is asked for, when it is known and not changed here. */
  knownEmail?: ReactNode
}

/** What an event asks, in the order one would ask aloud: to register, and to change what one said. */
export function FormQuestions({ offer, language, now, hasCode, isFramed, knownEmail }: FormQuestionsProps) {
  const t = useTranslations('register')
  const { event } = offer
  const kept = (...fields: FieldName[]) => (
    <KeptHint fields={fields} isFramed={isFramed} language={language} offer={offer} />
  )
  return (
    <>
      <WhoQuestion
        event={event}
        help={kept('name', 'email', 'organization', 'legalName')}
        knownEmail={knownEmail}
      />
      <PresenceQuestion language={language} offer={offer} />
      <ActivitiesQuestion language={language} now={now} offer={offer} />
      <OnSiteOnly>
        <FoodQuestion help={kept('meals', 'diet', 'allergies')} language={language} offer={offer} />
        {roomChoices(offer.hotels).length > 0 && (
          <SleepQuestion help={kept('stay', 'roommate')} language={language} now={now} offer={offer} />
        )}
        <PhotoQuestion event={event} />
      </OnSiteOnly>
      <Question help={kept('accessibility', 'answers', 'listed')} title={t('last')}>
        <TextField
          hint={t('accessibilityHint')}
          label={t('accessibility')}
          lines={3}
          maxLength={limits.accessibility}
          name="accessibility"
          optional={t('optional')}
        />
        <QuestionsPart hasCode={hasCode} isFramed={isFramed} language={language} offer={offer} />
        <TickField label={t('listed')} name="listed" optional={t('optional')} />
        {event.codeOfConductUrl && (
          <TickField
            hint={
              <TextLink href={event.codeOfConductUrl} target={isFramed ? '_blank' : undefined}>
                {t('codeOfConduct')}
              </TextLink>
            }
            label={t('consent_code_of_conduct')}
            name="consent.code_of_conduct"
            required
          />
        )}
      </Question>
    </>
  )
}

/** What each control of the form is called in the list of mistakes. */
export const askedControls = [
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
