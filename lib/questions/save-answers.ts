import 'server-only'
import type { Transaction } from '../db/client'
import type { Prisma } from '../db/generated/client'
import type { AnswerValue } from './schema'

export type GivenAnswer = { questionId: string; value: AnswerValue }

/** Replaces everything one registration answered; registering does the same in `registrations_register`. */
export async function saveAnswers(
  tx: Transaction,
  registration: { id: string; eventId: string },
  answers: GivenAnswer[],
): Promise<void> {
  await tx.answer.deleteMany({ where: { registrationId: registration.id } })
  await tx.answer.createMany({
    data: answers.map(({ questionId, value }) => ({
      registrationId: registration.id,
      eventId: registration.eventId,
      questionId,
      value: value as Prisma.InputJsonValue,
    })),
  })
}
