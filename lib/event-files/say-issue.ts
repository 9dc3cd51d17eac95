import 'server-only'
import type { z } from 'zod'

export type Issue = z.core.$ZodIssue

export const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

export function sayIssue(issue: Issue, value: unknown): string {
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
  if ('pattern' in issue && issue.pattern?.includes('[dh]'))
    return `${quoted(value)} is not a number of days or hours, such as 7d or 48h`
  if ('pattern' in issue && issue.pattern?.includes('T'))
    return `${quoted(value)} is not a date with a time, such as 2026-04-16T09:30`
  return `${quoted(value)} may only hold lower-case letters, digits and single dashes between them`
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of keys'
  return `${typeof value === 'number' ? 'the number ' : ''}${String(value)}${typeof value === 'string' ? '' : ' (put it in quotes to make it a text)'}`
}

export const quoted = (value: unknown) => `“${String(value)}”`
