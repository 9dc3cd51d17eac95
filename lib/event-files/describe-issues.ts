import 'server-only'
import type { z } from 'zod'
import type { Mistake } from './complete-event-file'

type Issue = z.core.$ZodIssue

/** Own plain sentences for what zod found; an unknown key leads to the key itself. */
export function describeIssues(issues: Issue[], source: unknown): Mistake[] {
  return issues.flatMap((issue) => mistakesOf(issue, [], source))
}

function mistakesOf(issue: Issue, base: Mistake['path'], source: unknown): Mistake[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))]
  const value = valueAt(source, path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      sentence: `“${key}” is not a key that is known here`,
    }))
  if (issue.code === 'invalid_union')
    return branchFor(issue, value).flatMap((inner) => mistakesOf(inner, path, source))
  if (issue.code === 'invalid_key')
    return [{ path, sentence: `${quoted(path.at(-1))} is not a date or key that may stand here` }]
  return [{ path, sentence: sentenceFor(issue, value) }]
}

/** Of "a text or an object" the reading the writer had in mind: objects are judged as objects. */
function branchFor(issue: Issue & { code: 'invalid_union' }, value: unknown): Issue[] {
  const isObject = typeof value === 'object' && value !== null
  const reading = issue.errors.find(
    (errors) => errors.some(({ path }) => path.length > 0) || hasUnknown(errors),
  )
  if (isObject && reading) return reading
  const values = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values : []))
  const expected = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === 'invalid_type' ? [inner.expected] : []))
  const own = issue.errors.find((errors) => errors.every(({ code }) => !/invalid_(type|value)/.test(code)))
  if (own) return own
  const words = [...values.map((word) => quoted(word)), ...expected.map((type) => kinds[type] ?? type)]
  return [{ code: 'custom', path: [], message: `has to be ${words.join(' or ')}`, input: value }]
}

const hasUnknown = (errors: Issue[]) => errors.some(({ code }) => code === 'unrecognized_keys')

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

function sentenceFor(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined || value === null) return 'is missing'
      return `has to be ${kinds[issue.expected] ?? issue.expected}, not ${kindOf(value)}`
    case 'invalid_value':
      return `has to be ${issue.values.map((word) => quoted(word)).join(' or ')}, not ${quoted(value)}`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'is empty; fill it in or take the key out'
        : `has to be at least ${issue.minimum}`
    case 'too_big':
      if (issue.origin === 'string') return `is too long; ${issue.maximum} characters are the most`
      if (issue.origin === 'array') return `is too long; ${issue.maximum} entries are the most`
      return `has to be at most ${issue.maximum}`
    case 'invalid_format':
      return formatSentence(issue, value)
    default:
      return issue.message
  }
}

function formatSentence(issue: Issue & { code: 'invalid_format' }, value: unknown): string {
  if (issue.format === 'url') return `${quoted(value)} is not an address such as https://example.org/page`
  if (issue.format === 'email') return `${quoted(value)} is not an e-mail address`
  if (issue.format === 'date') return `${quoted(value)} is not a date that exists, such as 2026-04-16`
  if ('pattern' in issue && issue.pattern?.includes('T'))
    return `${quoted(value)} is not a date with a time, such as 2026-04-16T09:30`
  if ('pattern' in issue && issue.pattern?.includes('{2,3}'))
    return `${quoted(value)} is not a language such as en`
  return `${quoted(value)} may only hold lower-case letters, digits and single dashes between them`
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of keys'
  return `${typeof value === 'number' ? 'the number ' : ''}${String(value)}${typeof value === 'string' ? '' : ' (put it in quotes to make it a text)'}`
}

const quoted = (value: unknown) => `“${String(value)}”`

const valueAt = (source: unknown, path: Mistake['path']): unknown =>
  path.reduce<unknown>(
    (value, part) => (value as Record<string | number, unknown> | undefined)?.[part],
    source,
  )
