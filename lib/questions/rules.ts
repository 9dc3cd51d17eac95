import type { Language } from '../dates'
import {
  type AnsweredQuestion,
  type AnswerProblem,
  type AnswerValue,
  answerLimits,
  type QuestionView,
} from './schema'

type Answers = Readonly<Record<string, AnswerValue | undefined>>
type Person = { presence: string; hasCode: (code: string) => boolean }

/** The control that carries an answer. */
export const answerControl = (key: string): string => `answer.${key}`

/** The question in the reader's language, else in the one it was written in. */
export const labelOf = ({ labels, key }: Pick<QuestionView, 'labels' | 'key'>, language: Language): string =>
  labels[language] ?? labels.en ?? labels.de ?? key

/** Whether somebody who takes part this way, holds these codes and has answered so far is asked. */
export function isAsked(
  question: Pick<QuestionView, 'presence' | 'accessCode' | 'showWhen'>,
  person: Person,
  answers: Answers,
): boolean {
  const suits = question.presence === 'both' || question.presence === person.presence
  const isOpen = question.accessCode === null || person.hasCode(question.accessCode)
  return (
    suits &&
    isOpen &&
    Object.entries(question.showWhen).every(([key, wanted]) => says(own(answers, key), wanted))
  )
}

/** What a posted control says; undefined when nothing was answered. Refuses what the type or the options do not allow. */
export function readAnswer(
  { type, options }: Pick<QuestionView, 'type' | 'options'>,
  posted: string[],
): { ok: true; value: AnswerValue | undefined } | { ok: false; problem: AnswerProblem } {
  const values = posted.map(cleaned).filter(Boolean)
  const [first] = values
  if (first === undefined) return { ok: true, value: undefined }
  if (type === 'multi_choice') {
    const chosen = options.filter((option) => values.includes(cleaned(option)))
    return chosen.length === new Set(values).size ? ok(chosen) : no('not_offered')
  }
  if (type === 'choice') {
    const chosen = options.find((option) => cleaned(option) === first)
    return chosen === undefined ? no('not_offered') : ok(chosen)
  }
  return ofType(type, first)
}

/** What was answered, in the order of the questions. */
export const answeredOf = (questions: QuestionView[], answers: Answers): AnsweredQuestion[] =>
  questions.flatMap((question) => {
    const value = own(answers, question.key)
    return value === undefined ? [] : [{ question, value }]
  })

/** A calendar date that exists, as `2024-04-15`. */
export const isDate = (text: string): boolean => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

function ofType(
  type: Exclude<QuestionView['type'], 'choice' | 'multi_choice'>,
  text: string,
): ReturnType<typeof readAnswer> {
  if (hasControls(type === 'long_text' ? text.replaceAll(/[\n\t]/g, '') : text)) return no('unreadable')
  if (text.length > (type === 'long_text' ? answerLimits.long_text : answerLimits.text)) return no('too_long')
  if (type === 'yes_no') return text === 'yes' || text === 'no' ? ok(text === 'yes') : no('not_offered')
  if (type === 'date') return isDate(text) ? ok(text) : no('not_a_date')
  if (type !== 'number') return ok(text)
  const number = Number(text.replace(',', '.'))
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(text) && Number.isFinite(number) ? ok(number) : no('not_a_number')
}

const ok = (value: AnswerValue) => ({ ok: true, value }) as const
const no = (problem: AnswerProblem) => ({ ok: false, problem }) as const

const says = (answer: AnswerValue | undefined, wanted: string | number | boolean): boolean =>
  Array.isArray(answer) ? answer.includes(String(wanted)) : answer === wanted

// “constructor” is a fine key for a question, and something every object has.
const own = (answers: Answers, key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined)

const cleaned = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').trim()

// Bidirectional overrides would let an answer rewrite what stands beside it; half a character is none in a database.
const hasControls = (text: string): boolean =>
  /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(text)
