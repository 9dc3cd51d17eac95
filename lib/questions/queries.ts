import 'server-only'
import { db, type Transaction } from '../db/client'
import type { Question } from '../db/generated/client'
import { keptByRevision } from '../db/kept'
import type { CheckInKey } from '../keys'
import { answeredOf } from './rules'
import type { AnsweredQuestion, AnswerValue, QuestionView } from './schema'

/** Public: what the organizers of one event ask, in the order of its file, kept for its revision. */
export const listPublicQuestions = (event: { id: string; revision: number }): Promise<QuestionView[]> =>
  keptByRevision('questions', event.id, event.revision, async () => {
    const rows = await db().question.findMany({ where: { eventId: event.id }, orderBy: { position: 'asc' } })
    return rows.map(viewOf)
  })

/** The same inside a transaction that may change them, with how many answered each. */
export async function listQuestionsInside(
  tx: Transaction,
  eventId: string,
): Promise<(QuestionView & { answers: number })[]> {
  const counted = { _count: { select: { answers: true } } } as const
  const rows = await tx.question.findMany({
    where: { eventId },
    orderBy: { position: 'asc' },
    include: counted,
  })
  return rows.map((row) => ({ ...viewOf(row), answers: row._count.answers }))
}

/** What one registration answered, by the key of the question. */
export async function listAnswers(
  tx: Transaction,
  registrationId: string,
): Promise<Record<string, AnswerValue>> {
  const rows = await tx.answer.findMany({
    where: { registrationId },
    include: { question: { select: { key: true } } },
  })
  return Object.fromEntries(rows.map(({ question, value }) => [question.key, value as AnswerValue]))
}

/** What one person answered to the questions that matter at the door. */
export async function listAnswersAtCheckIn(
  key: CheckInKey,
  registrationId: string,
): Promise<AnsweredQuestion[]> {
  const questions = await db().question.findMany({
    where: { eventId: key.eventId, isAtCheckIn: true },
    orderBy: { position: 'asc' },
  })
  if (questions.length === 0) return []
  return answeredOf(questions.map(viewOf), await listAnswers(db(), registrationId))
}

const viewOf = (row: Question): QuestionView => ({
  id: row.id,
  key: row.key,
  labels: row.labels as QuestionView['labels'],
  type: row.type,
  options: row.options,
  isRequired: row.isRequired,
  showWhen: row.showWhen as QuestionView['showWhen'],
  presence: row.presence,
  isAtCheckIn: row.isAtCheckIn,
  accessCode: row.accessCode,
})
