import type { EventOffer } from '../registrations/schema'
import { fold } from './fold'
import { headerWords } from './header-words'
import { type ImportRefusal, type Target, targetWords } from './schema'

/** Everything that a column can mean at this event. */
export function targetsOf({ meals, questions }: EventOffer): Target[] {
  return [
    ...targetWords,
    ...meals.filter(({ options }) => options.length > 0).map(({ key }): Target => `meal.${key}`),
    ...questions.map(({ key }): Target => `answer.${key}`),
  ]
}

/** What each column seems to mean, by its head; nothing twice, and a first name only where there is no whole one. */
export function proposeMapping(headers: string[], offer: EventOffer): Target[] {
  const heads = headers.map(fold)
  const mapping = headers.map((): Target => '')
  const put = (target: Target, words: string[]) => {
    if (mapping.includes(target)) return
    const at = words
      .map(fold)
      .flatMap((word) => heads.findIndex((head, at) => head === word && word !== '' && mapping[at] === ''))
      .find((found) => found >= 0)
    if (at !== undefined) mapping[at] = target
  }
  for (const { key, labels } of offer.questions) put(`answer.${key}`, [key, ...Object.values(labels)])
  for (const { key, title } of offer.meals) put(`meal.${key}`, [key, title])
  for (const target of targetWords) put(target, [target, ...headerWords[target]])
  const hasParts = mapping.includes('firstName') && mapping.includes('lastName')
  const extra: Target[] = hasParts ? ['name'] : ['firstName', 'lastName']
  return mapping.map((target) => (extra.includes(target) && isSuperfluous(mapping, hasParts) ? '' : target))
}

/** Why rows cannot be read like this; null where they can. */
export function mappingRefusal(
  mapping: Target[],
): Exclude<ImportRefusal, 'unknown_import' | 'begun_already' | 'reason_missing'> | null {
  const used = mapping.filter((target) => target !== '')
  if (new Set(used).size < used.length) return 'twice'
  if (!used.includes('email')) return 'no_email'
  return used.some((target) => target === 'name' || target === 'firstName' || target === 'lastName')
    ? null
    : 'no_name'
}

const isSuperfluous = (mapping: Target[], hasParts: boolean): boolean => hasParts || mapping.includes('name')
