import { sayDate } from '@/lib/dates'
import type { EventFile } from '@/lib/event-files/schema'
import type { Language } from '@/lib/languages'
import type { FormWords } from './describe-part'

const keyed = /^(activities|meals|hotels|questions|check_in_points|options|room_types)$/

/** A path of a plan as people call it: `hotels.inn.room_types.single.nights.2030-04-15` is "Inn, Single, Mon 15 Apr". */
export function sayPath(path: string, file: EventFile, words: FormWords, language: Language): string {
  const said: string[] = []
  const steps: string[] = []
  let at: unknown = file
  const rest = path.split('.')
  while (rest.length > 0) {
    const step = rest.shift()!
    if (step.startsWith('order of ')) return [...said, words('page.order')].join(', ')
    if (step === 'nights' && rest[0]) return [...said, sayDate(rest[0], language)].join(', ')
    at = (at as Record<string, unknown> | undefined)?.[step]
    steps.push(step)
    if (!keyed.test(step) || !Array.isArray(at)) continue
    const key = rest.shift()
    const entry = (at as Titled[]).find((one) => one.key === key)
    said.push(entry ? titleOf(entry, language) : (key ?? ''))
    at = entry
    if (rest.length === 0) return said.join(', ')
  }
  const id = steps.join('_')
  const word = [`labels.${id}`, `groups.${id}`].find((one) => words.has(one))
  return [...said, ...(word ? [words(word)] : said.length > 0 ? [] : [path])].filter(Boolean).join(', ')
}

type Titled = { key: string; title?: string; name?: string; label?: { en?: string; de?: string } }

const titleOf = ({ key, title, name, label }: Titled, language: Language): string =>
  title ?? name ?? label?.[language] ?? label?.en ?? label?.de ?? key
