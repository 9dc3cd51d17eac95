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
    if (!question.label.en && !question.label.de) context.refuse(at('label'), 'needs a text in en or de')
    if (isChoice && options.length === 0) context.refuse(at('type'), 'a choice needs options')
    options.forEach((option, place) => {
      if (isChoice && options.findIndex((other) => isSame(other, option)) !== place)
        context.refuse([...at('options'), place], `“${option}” is there already; take it out`)
    })
    const asked = Object.entries(when).map(([key, value]) => {
      const other = written.slice(0, index).find((earlier) => earlier.key === key)
      if (!other) context.refuse(at('when', key), missing(written, key, question.key))
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
  return isLater
    ? `“${key}” is asked after this one; put it before`
    : `there is no other question “${key}” before this one`
}

/** Yes and no may be written as words, options and texts as numbers; everything else is a mistake. */
function valueFor(context: Context, path: Mistake['path'], question: FileQuestion, value: Value): Value {
  const { type, key, options = [] } = question
  if (type === 'yes_no') {
    if (value === true || value === 'yes') return true
    if (value === false || value === 'no') return false
    context.refuse(path, `“${key}” is answered with yes or no, never with “${value}”`)
  } else if (type === 'number') {
    if (typeof value !== 'number') context.refuse(path, `“${key}” is answered with a number, not “${value}”`)
  } else if (type === 'date') {
    if (!isDate(String(value))) context.refuse(path, `“${key}” is answered with a date, such as 2026-04-16`)
  } else if (type === 'text' || type === 'long_text') {
    if (String(value).trim() === '' || String(value).length > answerLimits[type])
      context.refuse(path, `nobody can answer “${key}” with that`)
    return String(value).normalize('NFC').trim()
  } else {
    const option = options.find((one) => isSame(one, String(value)))
    if (option === undefined) context.refuse(path, `“${key}” has no option “${value}”`)
    return option ?? value
  }
  return value
}
