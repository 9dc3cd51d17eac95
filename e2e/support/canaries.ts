import type { FieldFact, Reader } from '@/lib/field-facts'
import { type FieldName, fieldNames, register } from '@/lib/privacy/fields'
import type { Caller } from './rights'

/** Fields that hold no words of anybody: closed choices, times, numbers, hashes, and what the house says of itself. */
const wordless: FieldName[] = [
  ...(['presence', 'diet', 'photo', 'listed', 'standing', 'consents', 'meals', 'teamFood'] as const),
  ...([
    'stay',
    'claims',
    'arrivals',
    'optOut',
    'history',
    'team',
    'signInLinks',
    'operator',
    'limits',
  ] as const),
]
const told = fieldNames.filter((name) => !wordless.includes(name))

/** Beside the fields, the answers to questions that are not shown at the door. */
export type Canary = FieldName | 'innerAnswers'
export const canaries: Canary[] = [...told, 'innerAnswers']

/** What a field says of itself, and of no other. */
export const canaryWord = (field: Canary): string => `qz-${field.toLowerCase()}-zq`

/** Which fields show themselves in a text. */
export function findCanaries(text: string, words: Partial<Record<Canary, string>>): Canary[] {
  const said = letters(text)
  return canaries.filter((field) => said.includes(letters(words[field] ?? canaryWord(field))))
}

/** On paper a word may go on in the next line. */
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether somebody may see a field at a door, by the register's “who sees it” and by what such a door is for. */
export function maySee(caller: Caller, path: string, field: Canary): boolean {
  const { seenBy, of } = factsOf(field)
  const isOwn = caller === 'person' ? !of : caller === 'organizer' && path.startsWith('/account') && of
  if (field === 'allergies' && !isOwn) return /\/exports\/(kitchen|catering)\b/.test(path)
  const eyes = new Set<Reader>([
    'public',
    ...eyesAt(path).filter((reader) => readers[caller].includes(reader)),
  ])
  return seenBy.some((reader) => eyes.has(reader)) || Boolean(isOwn && /^\/(my|account)\b/.test(path))
}

// Their link is in their mail; mails and lists that were brought, and what somebody else is told, are not theirs to read.
const unsaid: Canary[] = ['links', 'invitation', 'mails', 'messages', 'imports', 'reports']
const seenBy = (reader: Reader) => canaries.filter((field) => factsOf(field).seenBy.includes(reader))
const theirs = canaries.filter((field) => !factsOf(field).of)
const everybody = seenBy('public')
// Programs and badges carry the code as a picture or as its hash.
const atTheDoor = [...everybody, ...seenBy('check_in').filter((field) => field !== 'code')]
const atTheDesk = [...everybody, ...seenBy('organizers')]

/** What each of them comes to know of the fields, all doors together: no more, and no less, so that every word is found. */
export const learns: Record<Caller, Canary[]> = {
  nobody: everybody,
  person: [...everybody, ...theirs.filter((field) => !unsaid.includes(field)), 'recipients'],
  neighbour: everybody,
  scanner: atTheDoor,
  supervisor: atTheDoor,
  door: atTheDoor,
  organizer: [...atTheDesk.filter((field) => field !== 'teamInvitations'), 'sessions', 'secondFactor'],
  owner: atTheDesk,
  other: everybody,
  otherPhone: everybody,
  admin: atTheDesk,
  program: atTheDoor,
}

function factsOf(field: Canary): Pick<FieldFact, 'seenBy' | 'of'> {
  return field === 'innerAnswers' ? { seenBy: ['organizers'] } : register[field]
}

const desk: Reader[] = ['organizers', 'host', 'hotel', 'caterer']
const readers: Record<Caller, Reader[]> = {
  nobody: [],
  person: ['person'],
  neighbour: [],
  scanner: ['check_in'],
  supervisor: ['check_in'],
  door: ['check_in'],
  organizer: [...desk, 'check_in'],
  owner: [...desk, 'check_in'],
  other: [],
  otherPhone: [],
  admin: [...desk, 'check_in', 'admins'],
  program: ['check_in'],
}

/** For whose eyes a door is: what only organizers see does not come up at the desk of the door, whoever stands there. */
function eyesAt(path: string): Reader[] {
  if (/^\/(api\/)?check-in\//.test(path)) return ['check_in']
  if (/^\/organizer(\/|$)/.test(path)) return desk
  if (path.startsWith('/my')) return ['person']
  // An event's mail is read in the house's rooms, too, with everything it says.
  if (path.startsWith('/admin/mails/')) return [...desk, 'admins']
  return path.startsWith('/admin') ? ['admins'] : []
}
