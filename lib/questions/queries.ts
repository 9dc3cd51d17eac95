import 'server-only'
import { db, type Transaction } from '../db/client'
import { keptByRevision } from '../db/kept'
import type { AnswerValue, QuestionView } from './schema'

/** Public: what the organizers of one event ask, in the order of its file, kept for its revision. */
export const listPublicQuestions = (event: { id: string; revision: number }): Promise<QuestionView[]> =>
  keptByRevision('questions', event.id, event.revision, async () => {
    const rows = await db().question.findMany({
      where: { eventId: event.id },
      orderBy: { position: 'asc' },
    })
    return rows.map((row) => ({
      ...row,
      labels: row.labels as QuestionView['labels'],
      showWhen: row.showWhen as QuestionView['showWhen'],
    }))
  })

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
