import 'server-only'
import { type Context, withKeys } from './check-entries'
import type { WrittenEventFile } from './schema'

export function checkQuestions(context: Context, questions: WrittenEventFile['questions']) {
  withKeys(context, ['questions'], questions, (question) => question.key)
  questions.forEach((question, index) => {
    const isChoice = question.type === 'choice' || question.type === 'multi_choice'
    if (!question.label.en && !question.label.de)
      context.refuse(['questions', index, 'label'], 'needs a text in en or de')
    if (isChoice && !question.options?.length)
      context.refuse(['questions', index, 'type'], 'a choice needs options')
    for (const asked of Object.keys(question.when ?? {}))
      if (!questions.some(({ key }) => key === asked && key !== question.key))
        context.refuse(['questions', index, 'when', asked], `there is no other question “${asked}”`)
  })
}
