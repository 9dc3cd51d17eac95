import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { newId } from '@/lib/ids'
import type { AnswerValue, QuestionView } from '@/lib/questions/schema'

type MadeQuestion = Partial<QuestionView> & Pick<QuestionView, 'key'>

/** What the organizers of an event ask: texts that nobody has to answer, unless it is said otherwise. */
export async function makeQuestions(eventId: string, questions: MadeQuestion[]): Promise<QuestionView[]> {
  const made = questions.map((question) => questionView(question))
  await db().question.createMany({ data: made.map((row, position) => ({ ...row, eventId, position })) })
  return made
}

export const questionView = (question: MadeQuestion): QuestionView => ({
  id: newId(),
  labels: { en: question.key },
  type: 'text',
  options: [],
  isRequired: false,
  showWhen: {},
  presence: 'both',
  isAtCheckIn: false,
  accessCode: null,
  ...question,
})

/** What one person answered, by the key of the question. */
export async function makeAnswers(
  registration: { id: string; eventId: string },
  questions: QuestionView[],
  answers: Record<string, AnswerValue>,
): Promise<void> {
  await db().answer.createMany({
    data: Object.entries(answers).map(([key, value]) => ({
      registrationId: registration.id,
      eventId: registration.eventId,
      questionId: questions.find((question) => question.key === key)!.id,
      value: value as Prisma.InputJsonValue,
    })),
  })
}
