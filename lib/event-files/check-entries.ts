import 'server-only'
import { instantOf, isDate, keyOf, timeTextOf } from './rules'

/** A mistake that no single value shows; the path leads to the value in the file as it was written. */
export type Mistake = { path: (string | number)[]; sentence: string }

export type Context = { timezone: string; refuse: (path: Mistake['path'], sentence: string) => void }

/** Derives missing keys from titles; what is known by its key must be the only one of that key in its list. */
export function withKeys<T extends { key?: string | undefined }>(
  context: Context,
  path: Mistake['path'],
  entries: T[],
  titleOf: (entry: T) => string,
): (T & { key: string })[] {
  const seen = new Set<string>()
  return entries.map((entry, index) => {
    const key = entry.key ?? keyOf(titleOf(entry))
    if (key === '')
      context.refuse([...path, index], `“${titleOf(entry)}” makes no key; write one, such as key: tour`)
    else if (seen.has(key))
      context.refuse(
        [...path, index],
        `the key “${key}” is taken in this list; give this one a key of its own`,
      )
    seen.add(key)
    return { ...entry, key }
  })
}

export function readTime(
  context: Context,
  path: Mistake['path'],
  text: string | undefined,
): string | undefined {
  if (text === undefined) return undefined
  const instant = instantOf(text, context.timezone)
  if (instant.ok) return timeTextOf(instant.value, context.timezone)
  context.refuse(
    path,
    instant.refusal === 'no_such_time' && isDate(text.slice(0, 10))
      ? `${text} does not exist in ${context.timezone}: the clocks skip that hour`
      : `${text} is not a date and time that exists`,
  )
  return text
}

export function checkOrder(
  context: Context,
  path: Mistake['path'],
  from: string | undefined,
  to: string | undefined,
) {
  const start = from === undefined ? undefined : instantOf(from, context.timezone)
  const end = to === undefined ? undefined : instantOf(to, context.timezone)
  if (start?.ok && end?.ok && end.value <= start.value) context.refuse(path, `has to be later than ${from}`)
}
