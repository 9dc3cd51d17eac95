import 'server-only'
import { instantOf, isDate, keyOf, timeTextOf } from './rules'

/** A mistake that no single value shows; the path leads to the value in the file as it was written. */
export type Mistake = { path: (string | number)[]; sentence: string }

/** `word` is one of `eventFile.mistakes` in the messages. */
export type Context = {
  timezone: string
  refuse: (path: Mistake['path'], word: string, values?: Record<string, string | number>) => void
}

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
    if (key === '') context.refuse([...path, index], 'no_key', { title: titleOf(entry) })
    else if (seen.has(key)) context.refuse([...path, index], 'key_taken', { key })
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
  const isSkipped = instant.refusal === 'no_such_time' && isDate(text.slice(0, 10))
  context.refuse(path, isSkipped ? 'skipped_hour' : 'no_such_time', { text, timezone: context.timezone })
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
  if (start?.ok && end?.ok && end.value <= start.value) context.refuse(path, 'not_later', { from: from! })
}
