import 'server-only'
import { isDate } from '../questions/rules'
import { answerLimits } from '../questions/schema'
import { type Context, type Mistake, withKeys } from './check-entries'
import type { FileQuestion } from './schema'

type Value = string | number | boolean

/** Checks what belongs together in a question; a condition is written as the answer it waits for. */
export function completeQuestions(context: Context, written: FileQuestion[]): FileQuestion[] {
  withKeys(context, ['questions'], written, (question) => question.key)
  return written.map(({ options = [], when = {}, ...question }, index) => {
    const at = (...names: string[]) => ['questions', index, ...names]
    const isChoice = question.type === 'choice' || question.type === 'multi_choice'
    if (!question.label.en && !question.label.de) context.refuse(at('label'), 'no_label')
    if (isChoice && options.length === 0) context.refuse(at('type'), 'no_options')
    options.forEach((option, place) => {
      if (isChoice && options.findIndex((other) => isSame(other, option)) !== place)
        context.refuse([...at('options'), place], 'already_there', { text: option })
    })
    const asked = Object.entries(when).map(([key, value]) => {
      const other = written.slice(0, index).find((earlier) => earlier.key === key)
      if (!other) context.refuse(at('when', key), missing(written, key, question.key), { key })
      return [key, other ? valueFor(context, at('when', key), other, value) : value] as const
    })
    return {
      ...question,
      options: options.length > 0 ? options : undefined,
      when: asked.length > 0 ? Object.fromEntries(asked) : undefined,
    }
  })
}

const isSame = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

function missing(questions: FileQuestion[], key: string, own: string): string {
  const isLater = key !== own && questions.some((other) => other.key === key)
  return isLater ? 'asked_later' : 'no_such_question'
}

/** Yes and no may be written as words, options and texts as numbers; everything else is a mistake. */
function valueFor(context: Context, path: Mistake['path'], question: FileQuestion, value: Value): Value {
  const { type, key, options = [] } = question
  if (type === 'yes_no') {
    if (value === true || value === 'yes') return true
    if (value === false || value === 'no') return false
    context.refuse(path, 'answer_yes_no', { key, value: String(value) })
  } else if (type === 'number') {
    if (typeof value !== 'number') context.refuse(path, 'answer_number', { key, value: String(value) })
  } else if (type === 'date') {
    if (!isDate(String(value))) context.refuse(path, 'answer_date', { key })
  } else if (type === 'text' || type === 'long_text') {
    if (String(value).trim() === '' || String(value).length > answerLimits[type])
      context.refuse(path, 'answer_nobody', { key })
    return String(value).normalize('NFC').trim()
  } else {
    const option = options.find((one) => isSame(one, String(value)))
    if (option === undefined) context.refuse(path, 'no_such_option', { key, value: String(value) })
    return option ?? value
  }
  return value
}
