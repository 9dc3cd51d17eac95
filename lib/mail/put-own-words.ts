import { inert, oneLine } from './rules'
import { type Fill, type Letter, type OwnWords, type Placeholder, placeholders } from './schema'

const slot = /\{([^{}]*)\}/g

/**
 * The letter with the event's own subject and opening, where it has some. A placeholder becomes dead text, once: what
 * it stands for is never read as a placeholder, a line of its own, a link or markup.
 */
export function putOwnWords(letter: Letter, own: OwnWords | null): Letter {
  if (!own) return letter
  const fill = letter.fill ?? {}
  const [opening = '', ...others] = letter.paragraphs
  return {
    ...letter,
    subject: own.subject ? oneLine(fillIn(own.subject, fill)) : letter.subject,
    paragraphs: [own.opening ? fillIn(own.opening, fill) : opening, ...others],
  }
}

/** What stands in braces and is no placeholder of `allowed`, as written. */
export const unknownPlaceholders = (text: string, allowed: readonly Placeholder[]): string[] =>
  [...text.matchAll(slot)].flatMap(([whole, word]) =>
    allowed.some((one) => one === word?.trim()) ? [] : [whole],
  )

/** The text with its placeholders filled in, once. */
export function fillIn(text: string, fill: Fill): string {
  return text.replace(slot, (whole, word: string) => {
    const known = placeholders.find((one) => one === word.trim())
    return known ? inert(fill[known] ?? '') : whole
  })
}
