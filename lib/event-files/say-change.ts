import 'server-only'

/** Old and new of one value, in words. */
export function sayChange(from: unknown, to: unknown): string {
  const [old, next] = [say(from), say(to)]
  return old === next ? `${next}, no longer the same` : `${old} → ${next}`
}

function say(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
    return `[${shorten(value.join(', '))}]`
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`
  return `“${shorten(String(value).replace(/\s+/g, ' '))}”`
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
