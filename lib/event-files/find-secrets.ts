import 'server-only'
import type { EventFile } from './schema'

/** Where in what the public page shows a text looks like a password or a key: paths such as `venue.arrival`. */
export function findSecrets(file: EventFile): string[] {
  const { title, summary, description, format, programme, venue, links, documents, allergies, photos } = file
  const { activities, access_list, hosts, contacts, topics, hotels, meals, questions } = file
  const shown = {
    ...{ title, summary, description, format, programme, venue, links, documents, allergies, photos },
    ...{ activities: activities.map(({ access_code: _, ...shownToAll }) => shownToAll) },
    ...{ access_list, hosts, contacts, topics, meals },
    // What people book with is meant for everybody.
    hotels: hotels.map(({ name, url }) => ({ name, url })),
    questions: questions.map(({ label, options }) => ({ label, options })),
  }
  return [...new Set(secretsIn(shown, ''))]
}

export const looksSecret = (text: string): boolean => signs.some((sign) => sign.test(text))

const named = `(?:pass(?:word|wort|phrase|code)|pwd|kennwort|zugangscode|meeting[- ]?pin|api[ _-]?key|api[ _-]?token|access[ _-]?token|secret)`
const signs = [
  // "Password: hunter2", "Das WLAN-Passwort lautet hunter2", "?pwd=…"
  new RegExp(String.raw`${named}(?:\s*(?:is|ist|lautet))?\s*[:=]\s*\S{3,}`, 'i'),
  new RegExp(String.raw`${named}\s+(?:lautet\s+\S|(?:is|ist)\s+(?=\S*\d))\S{3,}`, 'i'),
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:ghp|gho|ghs|glpat|xox[abp]|sk|pk|AKIA|AIza)[-_]?[A-Za-z0-9_-]{16,}/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}/,
  /https?:\/\/[^\s/:@]+:[^\s/@]+@/,
]

function secretsIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') return looksSecret(value) ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => secretsIn(inner, path ? `${path}.${name}` : name))
}
