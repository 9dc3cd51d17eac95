import 'server-only'
import type { PlannedQuestion } from '../questions/arrange-questions'
import type { EventFile } from './schema'

/** The questions of a file in the words of the house. */
export const plannedQuestions = ({ questions }: EventFile): PlannedQuestion[] =>
  questions.map(({ key, label, type, options, when, ...question }) => ({
    key,
    labels: label,
    type,
    options: options ?? [],
    isRequired: question.required,
    showWhen: when ?? {},
    presence: question.presence,
    isAtCheckIn: question.at_check_in,
    accessCode: question.access_code ?? null,
  }))
