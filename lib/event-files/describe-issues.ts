import 'server-only'
import type { Mistake } from './check-entries'
import { type Issue, kinds, quoted, sayIssue } from './say-issue'

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
  return [{ path, sentence: sayIssue(issue, value) }]
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

const valueAt = (source: unknown, path: Mistake['path']): unknown =>
  path.reduce<unknown>(
    (value, part) => (value as Record<string | number, unknown> | undefined)?.[part],
    source,
  )
