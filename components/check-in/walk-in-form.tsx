import { useTranslations } from 'next-intl'
import { EventForm } from '@/components/registrations/event-form'
import { FormQuestions } from '@/components/registrations/form-questions'
import { PhotoQuestion } from '@/components/registrations/photo-question'
import { WhoQuestion } from '@/components/registrations/who-question'
import { ChoiceField } from '@/components/ui/form/choice-field'
import type { FormState } from '@/components/ui/form/form-state'
import { HiddenField } from '@/components/ui/form/hidden-field'
import { Question } from '@/components/ui/form/question'
import { SelectField } from '@/components/ui/form/select-field'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { TickField } from '@/components/ui/form/tick-field'
import { type Language, languages } from '@/lib/languages'
import type { EventOffer } from '@/lib/registrations/schema'

type WalkInFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  offer: EventOffer
  language: Language
  now: Date
  submissionId: string
  /** Every question of the event instead of the few that nobody gets in without. */
  isWhole: boolean
  mayForce: boolean
}

/** The event's own form at the door, the short version of it first: forty people are waiting. */
export function WalkInForm({
  action,
  offer,
  language,
  now,
  submissionId,
  isWhole,
  mayForce,
}: WalkInFormProps) {
  const t = useTranslations('checkIn.walkIn')
  const register = useTranslations('register')
  const hasCode = () => true
  return (
    <EventForm action={action} asked={{ offer, language, hasCode }}>
      <HiddenField name="submissionId" value={submissionId} />
      {isWhole ? (
        <FormQuestions hasCode={hasCode} language={language} now={now} offer={offer} />
      ) : (
        <>
          <HiddenField name="presence" value="on_site" />
          <WhoQuestion event={offer.event} />
          <PhotoQuestion event={offer.event} />
        </>
      )}
      <Question title={t('ours')}>
        <ChoiceField
          columns={2}
          legend={t('agreed')}
          name="agreed"
          options={[
            { value: 'on_paper', label: t('agreedHere') },
            { value: 'not_given', label: t('notAgreed') },
          ]}
          required
        />
        <SelectField
          defaultValue={language}
          label={t('language')}
          name="language"
          options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        />
        {mayForce && (
          <>
            <TickField hint={t('forceHint')} label={t('force')} name="isForced" />
            <TextField
              autoComplete="off"
              label={t('reason')}
              maxLength={500}
              name="reason"
              optional={t('whenForced')}
            />
          </>
        )}
      </Question>
      <SubmitButton className="w-full" pendingLabel={register('sending')} size="door">
        {t('submit')}
      </SubmitButton>
    </EventForm>
  )
}
