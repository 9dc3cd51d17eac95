import 'server-only'
import type { Translator } from '../messages'

/** Old and new of one value, in words; `words` speaks `eventFile.plan`. */
export function sayChange(from: unknown, to: unknown, words: Translator): string {
  const [old, next] = [say(from, words), say(to, words)]
  return old === next ? words('same', { next }) : `${old} → ${next}`
}

function say(value: unknown, words: Translator): string {
  if (value === undefined) return words('nothing')
  if (typeof value === 'boolean') return words(value ? 'yes' : 'no')
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
    return `[${shorten(value.join(', '))}]`
  if (Array.isArray(value)) return words('entries', { count: value.length })
  return words('quoted', { text: shorten(String(value).replace(/\s+/g, ' ')) })
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
