import { useTranslations } from 'next-intl'
import type { Language } from '@/lib/languages'
import { answerControl, labelOf } from '@/lib/questions/rules'
import type { QuestionView } from '@/lib/questions/schema'
import type { EventOffer } from '@/lib/registrations/schema'
import type { AskedQuestion } from './answer-field'
import { OwnQuestions } from './own-questions'
import { sayAnswer } from './say-answer'

type Opened = { offer: EventOffer; language: Language; hasCode: (code: string) => boolean }

type QuestionsPartProps = Opened & { isFramed?: boolean }

/** The organizers' own questions. What a code keeps closed, and the codes themselves, never leave the server. */
export function QuestionsPart({ offer, language, hasCode, isFramed = false }: QuestionsPartProps) {
  const t = useTranslations('questions')
  const register = useTranslations('register')
  const questions = openQuestions(offer, hasCode)
  if (questions.length === 0) return null
  const hasWays = offer.event.isRemoteOffered || offer.activities.some(({ alone }) => alone)
  const asked = questions.map((question): AskedQuestion => {
    const { key, type, options, isRequired, showWhen, presence } = question
    const condition = [
      presence === 'on_site' && hasWays && t('onlyOnSite'),
      presence === 'remote' && t('onlyRemote'),
      ...Object.entries(showWhen).map(([earlier, value]) => {
        const other = questions.find((one) => one.key === earlier)
        if (!other) return false
        return t('onlyWhen', {
          question: labelOf(other, language),
          answer: sayAnswer(other, value, language, t),
        })
      }),
    ].filter((words) => words !== false)
    return {
      ...{ key, type, options, isRequired, showWhen, presence },
      label: labelOf(question, language),
      ...(question.labels[language] === undefined && { lang: question.labels.en ? 'en' : 'de' }),
      ...(condition.length > 0 && { condition: condition.join(' ') }),
      isLater: presence === 'remote' || Object.keys(showWhen).length > 0,
    }
  })
  const words = {
    optional: register('optional'),
    yes: t('yes'),
    no: t('no'),
    noAnswer: t('noAnswer'),
    choose: t('choose'),
    chooseSome: t('chooseSome'),
    number: t('number'),
  }
  return <OwnQuestions asked={asked} isLive={!isFramed} words={words} />
}

/** What the controls are called in the list of what has to be looked at again. */
export const questionNames = ({ offer, language, hasCode }: Opened): Record<string, string> =>
  Object.fromEntries(
    openQuestions(offer, hasCode).map((one) => [answerControl(one.key), labelOf(one, language)]),
  )

// A question that waits for one this reader is never asked is not asked either, and would tell what that one says.
function openQuestions({ event, questions }: EventOffer, hasCode: Opened['hasCode']): QuestionView[] {
  const open: QuestionView[] = []
  for (const question of questions) {
    const { presence, accessCode, showWhen } = question
    const isOffered = presence !== 'remote' || event.isRemoteOffered
    const isOpen = accessCode === null || hasCode(accessCode)
    const mayFollow = Object.keys(showWhen).every((earlier) => open.some(({ key }) => key === earlier))
    if (isOffered && isOpen && mayFollow) open.push(question)
  }
  return open
}
