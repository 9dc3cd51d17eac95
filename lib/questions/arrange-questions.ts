import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import type { QuestionView } from './schema'

export type PlannedQuestion = Omit<QuestionView, 'id'>

/** Brings the questions of an event to this list, known by key; what somebody answered cannot go. */
export async function arrangeQuestions(
  tx: Transaction,
  eventId: string,
  planned: PlannedQuestion[],
): Promise<void> {
  const gone = new Map((await tx.question.findMany({ where: { eventId } })).map((row) => [row.key, row.id]))
  const fresh = []
  for (const [position, facts] of planned.entries()) {
    const id = gone.get(facts.key)
    gone.delete(facts.key)
    if (id) await tx.question.update({ where: { id }, data: { ...facts, position } })
    else fresh.push({ id: newId(), eventId, position, ...facts })
  }
  await tx.question.createMany({ data: fresh })
  await tx.question.deleteMany({ where: { id: { in: [...gone.values()] } } })
}
