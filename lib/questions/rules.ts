import { z } from 'zod'
import type { Language } from '../dates'
import { type AnswerProblem, type AnswerValue, answerLimits, type QuestionView } from './schema'

type Answers = Readonly<Record<string, AnswerValue | undefined>>
type Person = { presence: string; hasCode: (code: string) => boolean }

/** The control that carries an answer. */
export const answerControl = (key: string): string => `answer.${key}`

/** The question in the reader's language, else in the one it was written in. */
export const labelOf = ({ labels, key }: Pick<QuestionView, 'labels' | 'key'>, language: Language): string =>
  labels[language] ?? labels.en ?? labels.de ?? key

/** Whether somebody who takes part this way, holds these codes and has answered so far is asked. */
export function isAsked(question: QuestionView, person: Person, answers: Answers): boolean {
  const suits = question.presence === 'both' || question.presence === person.presence
  const isOpen = question.accessCode === null || person.hasCode(question.accessCode)
  return (
    suits && isOpen && Object.entries(question.showWhen).every(([key, wanted]) => says(answers[key], wanted))
  )
}

/** What a posted control says; undefined when nothing was answered. Refuses what the type or the options do not allow. */
export function readAnswer(
  question: QuestionView,
  posted: string[],
): { ok: true; value: AnswerValue | undefined } | { ok: false; problem: AnswerProblem } {
  const values = posted.map(cleaned).filter(Boolean)
  const [first] = values
  if (first === undefined) return { ok: true, value: undefined }
  if (values.some(hasControls)) return { ok: false, problem: 'unreadable' }
  const most = question.type === 'long_text' ? answerLimits.long_text : answerLimits.text
  if (values.some((value) => value.length > most)) return { ok: false, problem: 'too_long' }
  return ofType(question, first, values)
}

function ofType(
  { type, options }: QuestionView,
  first: string,
  values: string[],
): ReturnType<typeof readAnswer> {
  if (type === 'multi_choice') {
    const chosen = options.filter((option) => values.includes(option))
    return chosen.length === new Set(values).size ? ok(chosen) : no('not_offered')
  }
  if (type === 'choice') return options.includes(first) ? ok(first) : no('not_offered')
  if (type === 'yes_no') return first === 'yes' || first === 'no' ? ok(first === 'yes') : no('not_offered')
  if (type === 'date') return z.iso.date().safeParse(first).success ? ok(first) : no('not_a_date')
  if (type !== 'number') return ok(first)
  const number = Number(first.replace(',', '.'))
  return Number.isFinite(number) ? ok(number) : no('not_a_number')
}

const ok = (value: AnswerValue) => ({ ok: true, value }) as const
const no = (problem: AnswerProblem) => ({ ok: false, problem }) as const

const says = (answer: AnswerValue | undefined, wanted: string | number | boolean): boolean =>
  Array.isArray(answer) ? answer.includes(String(wanted)) : answer === wanted

const cleaned = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').trim()

// Bidirectional overrides would let an answer rewrite what stands beside it.
const hasControls = (text: string): boolean =>
  /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(text.replaceAll(/[\n\t]/g, ''))
