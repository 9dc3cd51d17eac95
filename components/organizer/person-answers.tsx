import { useTranslations } from 'next-intl'
import { sayAnswer } from '@/components/questions/say-answer'
import { type Fact, Facts } from '@/components/ui/facts'
import type { PersonAnswers as Person } from '@/lib/attendees/schema'
import { type Language, sayDate, sayMoment } from '@/lib/dates'
import { labelOf } from '@/lib/questions/rules'

type PersonAnswersProps = { person: Person; timezone: string; language: Language }

/** What somebody told us, in the order of the form; unanswered questions are left out. */
export function PersonAnswers({ person, timezone, language }: PersonAnswersProps) {
  const t = useTranslations('organizer')
  const words = useTranslations('questions')
  const { stay } = person
  const sayConsent = ({ kind, isGiven, textVersion, ...at }: Person['consents'][number]) => {
    const word = consents.find((one) => one === kind)
    const said = { kind: word ? t(`person.consent.${word}`) : kind, version: textVersion }
    const moment = sayMoment(at.withdrawnAt ?? at.decidedAt, timezone, language)
    if (at.withdrawnAt) return t('person.consentWithdrawn', { ...said, moment })
    return isGiven ? t('person.consentGiven', { ...said, moment }) : t('person.consentRefused', said)
  }
  const facts: (Fact & { value: unknown })[] = [
    { key: 'email', term: t('list.email'), value: person.email },
    { key: 'organization', term: t('list.organization'), value: person.organization },
    { key: 'legalName', term: t('person.legalName'), value: person.legalName },
    { key: 'presence', term: t('list.presence'), value: t(`presence.${person.presence}`) },
    {
      key: 'days',
      term: t('person.days'),
      value: person.days.map((day) => sayDate(day, language)).join(', '),
    },
    {
      key: 'meals',
      term: t('person.meals'),
      value: person.meals
        .map(({ meal, option, choice }) => `${meal}: ${option}${choice ? ` (${choice})` : ''}`)
        .join('; '),
    },
    { key: 'diet', term: t('person.diet'), value: person.diet.map((word) => t(`diet.${word}`)).join(', ') },
    {
      key: 'stay',
      term: t('person.stay'),
      value:
        stay &&
        `${stay.hotel}, ${stay.roomType}: ${stay.nights.map((night) => sayDate(night, language)).join(', ')}`,
    },
    { key: 'roommate', term: t('person.roommate'), value: stay?.roommate },
    { key: 'photo', term: t('list.photo'), value: t(`photo.${person.photo}`) },
    { key: 'accessibility', term: t('person.accessibility'), value: person.accessibility },
    ...person.answers.map(({ question, value }) => ({
      key: `answer.${question.key}`,
      term: labelOf(question, language),
      value: <bdi className="whitespace-pre-line">{sayAnswer(question, value, language, words)}</bdi>,
    })),
    {
      key: 'listed',
      term: t('person.listed'),
      value: t(person.isListed ? 'person.listedYes' : 'person.listedNo'),
    },
    {
      key: 'consents',
      term: t('person.consents'),
      value: person.consents.length > 0 && (
        <ul>
          {person.consents.map((consent) => (
            <li key={consent.id}>{sayConsent(consent)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'language',
      term: t('person.language'),
      value: t(`language.${person.language === 'de' ? 'de' : 'en'}`),
    },
    { key: 'source', term: t('person.source'), value: t(`source.${person.source}`) },
    {
      key: 'registered',
      term: t('list.registered'),
      value: sayMoment(person.registeredAt, timezone, language),
    },
  ]
  return <Facts beside facts={facts.filter(({ value }) => value || value === 0)} />
}

const consents = ['allergies', 'listed', 'code_of_conduct'] as const
