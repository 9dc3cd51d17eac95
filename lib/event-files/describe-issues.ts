import 'server-only'
import type { Language } from '../languages'
import { type Translator, translator } from '../messages'
import type { Mistake } from './check-entries'
import { type Issue, kindName, sayIssue } from './say-issue'

/** Own plain sentences for what zod found; an unknown key leads to the key itself. */
export function describeIssues(issues: Issue[], source: unknown, language: Language = 'en'): Mistake[] {
  const say = translator(language, 'eventFile.mistakes')
  return issues.flatMap((issue) => mistakesOf(issue, [], source, say))
}

function mistakesOf(issue: Issue, base: Mistake['path'], source: unknown, say: Translator): Mistake[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))]
  const value = valueAt(source, path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      sentence: say('unknown_key', { key }),
    }))
  if (issue.code === 'invalid_union')
    return branchFor(issue, value, say).flatMap((inner) => mistakesOf(inner, path, source, say))
  if (issue.code === 'invalid_key')
    return [{ path, sentence: say('wrong_key', { key: String(path.at(-1)) }) }]
  return [{ path, sentence: sayIssue(issue, value, say) }]
}

/** Of "a text or an object" the reading the writer had in mind: objects are judged as objects. */
function branchFor(issue: Issue & { code: 'invalid_union' }, value: unknown, say: Translator): Issue[] {
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
  const words = [...values.map((word) => `“${String(word)}”`), ...expected.map((type) => kindName(type, say))]
  const message = say('one_of', { words: words.join(say('or')) })
  return [{ code: 'custom', path: [], message, input: value }]
}

const hasUnknown = (errors: Issue[]) => errors.some(({ code }) => code === 'unrecognized_keys')

const valueAt = (source: unknown, path: Mistake['path']): unknown =>
  path.reduce<unknown>(
    (value, part) => (value as Record<string | number, unknown> | undefined)?.[part],
    source,
  )
