import 'server-only'
import type { z } from 'zod'
import type { Translator } from '../messages'

export type Issue = z.core.$ZodIssue

/** `say` speaks `eventFile.mistakes`; a message of our own schema is one of its words. */
export function sayIssue(issue: Issue, value: unknown, say: Translator): string {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined || value === null) return say('missing')
      return sayType(issue.expected, value, say)
    case 'invalid_value':
      return say('wrong_value', {
        words: issue.values.map((word) => `“${String(word)}”`).join(say('or')),
        value: String(value),
      })
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? say('empty')
        : say('too_small', { least: String(issue.minimum) })
    case 'too_big':
      return say(bigWords[issue.origin] ?? 'too_big', { most: String(issue.maximum) })
    case 'invalid_format':
      return say(formatWord(issue), { value: String(value) })
    default:
      return say.has(issue.message) ? say(issue.message, { value: String(value) }) : issue.message
  }
}

export const kindName = (type: string, say: Translator): string =>
  say.has(`kinds.${type}`) ? say(`kinds.${type}`) : type

const bigWords: Record<string, string> = { string: 'too_long', array: 'too_many' }

function formatWord(issue: Issue & { code: 'invalid_format' }): string {
  const words: Record<string, string> = { url: 'not_url', email: 'not_email', date: 'not_date' }
  if (words[issue.format]) return words[issue.format]!
  if ('pattern' in issue && issue.pattern?.includes('[dh]')) return 'not_before'
  return 'pattern' in issue && issue.pattern?.includes('T') ? 'not_time' : 'not_slug'
}

function sayType(expected: string, value: unknown, say: Translator): string {
  const wanted = kindName(expected, say)
  // What a form could not read as a number.
  if (Number.isNaN(value)) return say('no_type', { wanted })
  const found = kindOf(value, say)
  const isPlain = typeof value === 'number' || typeof value === 'boolean'
  return say('wrong_type', {
    wanted,
    found: isPlain && expected === 'string' ? say('inQuotes', { found }) : found,
  })
}

function kindOf(value: unknown, say: Translator): string {
  if (Array.isArray(value)) return kindName('array', say)
  if (typeof value === 'object') return kindName('object', say)
  return typeof value === 'number' ? say('foundNumber', { value: String(value) }) : String(value)
}
