import type { Language } from '../dates'

export const questionTypes = [
  'text',
  'long_text',
  'choice',
  'multi_choice',
  'yes_no',
  'number',
  'date',
] as const
export type QuestionType = (typeof questionTypes)[number]

/** What a person answered: text, a number, a yes or no, a date as `2024-04-15`, or several of the options. */
export type AnswerValue = string | number | boolean | string[]

/** One of the organizer's own questions; `showWhen` names other questions by key with the answer that asks for this one. */
export type QuestionView = {
  id: string
  key: string
  labels: Partial<Record<Language, string>>
  type: QuestionType
  options: string[]
  isRequired: boolean
  showWhen: Record<string, string | number | boolean>
  presence: 'on_site' | 'remote' | 'both'
  isAtCheckIn: boolean
  accessCode: string | null
}

/** A question that was answered, and what was said. */
export type AnsweredQuestion = { question: QuestionView; value: AnswerValue }

export const answerLimits = { text: 300, long_text: 5_000 } as const

/** What can be wrong with an answer. */
export type AnswerProblem =
  | 'missing'
  | 'too_long'
  | 'not_offered'
  | 'unreadable'
  | 'not_a_number'
  | 'not_a_date'
