import { useTranslations } from 'next-intl'
import { sayDate, sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import { answeredOf, labelOf } from '@/lib/questions/rules'
import type { MyRegistration } from '@/lib/registrations/schema'
import { sayAnswer } from '../questions/say-answer'
import { Facts } from '../ui/facts'
import { Section } from '../ui/section'

type MyAnswersProps = { mine: MyRegistration; language: Language; level?: 2 | 3 }

/** Every answer somebody gave, allergies included: it is their own page. */
export function MyAnswers({ mine, language, level = 3 }: MyAnswersProps) {
  const t = useTranslations('my')
  const asked = useTranslations('register')
  const words = useTranslations('questions')
  const { event } = mine.offer
  const dates = (list: string[]) => list.map((date) => sayDate(date, language)).join(', ')
  const facts: [string, string | null][] = [
    [t('email'), mine.email],
    [t('legalName'), mine.legalName],
    [t('presence'), asked(mine.presence)],
    [t('days'), mine.days.length > 1 ? dates(mine.days) : null],
    [t('food'), mine.meals.map(({ meal, option }) => `${meal}: ${option}`).join('; ')],
    [t('diet'), mine.diet.map((diet) => asked(`diet_${diet}`)).join(', ')],
    [t('allergies'), mine.allergies],
    [t('sleep'), dates(mine.nights)],
    [t('roommate'), mine.roommate],
    [t('photo'), mine.photo === 'not_asked' ? null : t(`photo_${mine.photo}`)],
    [t('accessibility'), mine.accessibility],
    ...answeredOf(mine.offer.questions, mine.answers).map(({ question, value }): [string, string] => [
      labelOf(question, language),
      sayAnswer(question, value, language, words),
    ]),
    [t('listed'), t(mine.isListed ? 'listedYes' : 'listedNo')],
  ]
  return (
    <Section
      level={level}
      note={t('registeredAt', { moment: sayMoment(mine.registeredAt, event.timezone, language) })}
      title={t('answers')}
    >
      <Facts
        beside
        facts={facts.flatMap(([term, value], at) =>
          value ? [{ key: `${at}`, term, value: <bdi className="whitespace-pre-line">{value}</bdi> }] : [],
        )}
      />
    </Section>
  )
}
