import type { Language } from '../languages'
import { translator } from '../messages'
import type { Act, ActGroup, FactValue, HistoryLine } from './schema'

type Words = typeof import('@/messages/en.json')['history'] & typeof import('@/messages/de.json')['history']

// An act without a sentence in both languages does not compile.
const said = (words: Words) => {
  words.acts satisfies Record<Act, string>
  words.groups satisfies Record<ActGroup, string>
  return words
}

/** What the ids of one page of history stand for: accounts, registrations, invitations. */
export type NamesById = Record<string, string>

/** One line as a sentence; whoever has no name any more is somebody. */
export function sayDeed(line: HistoryLine, names: NamesById, language: Language): string {
  const t = translator(language, 'history')
  const sentence = `acts.${line.act as keyof ReturnType<typeof said>['acts']}`
  if (!t.has(sentence)) return line.act
  const words = t(sentence, {
    ...plain,
    ...worded(line.facts, language),
    who: sayWho(line, names, language),
    whom: (line.subjectId && names[line.subjectId]) || t('somebody'),
    self: line.actorId !== null && line.actorId === line.subjectId ? 'yes' : 'no',
  })
  const isNameless = words.startsWith(t('somebody'))
  return isNameless ? words[0]!.toUpperCase() + words.slice(1) : words
}

/** Who did it. */
export const sayWho = ({ actorKind, actorId }: HistoryLine, names: NamesById, language: Language): string =>
  (actorId && names[actorId]) || translator(language, 'history')(`who.${actorKind}`)

/** What else is known of it, such as the columns that left the house. */
export function sayDetails({ act, facts }: HistoryLine, language: Language): string[] {
  const t = translator(language, 'history.details')
  return details.flatMap((name) => {
    const value = facts[name]
    const what = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
    const isSaid = name === 'reason' && act !== 'gave_room'
    return what === '' || isSaid ? [] : [t(name, { what })]
  })
}

/** Where the thing is at the organizers' desk, after `/organizer/{slug}`; null where there is nothing to see. */
export function pathOfThing({ subject, subjectId }: HistoryLine): string | null {
  if (subject === 'group_mail') return subjectId && `/mails/groups/${subjectId}`
  if (subject === 'registration') return subjectId && `/attendees/${subjectId}`
  if (subject === 'bulk_act') return subjectId && `/attendees/many/${subjectId}`
  if (subject === 'import') return subjectId && `/attendees/import/${subjectId}`
  return rooms[subject] ?? null
}

/** Where the thing is in the house's own rooms; null where there is nothing to see. */
export function pathInHouse({ subject, subjectId }: HistoryLine): string | null {
  if (subject === 'user') return subjectId && `/admin/people/${subjectId}`
  return { installation: '/admin/settings', mail: '/admin/mails' }[subject] ?? null
}

const details = ['columns', 'filter', 'fields', 'added', 'changed', 'removed', 'reason'] as const

const rooms: Record<string, string> = {
  device: '/devices',
  device_link: '/devices',
  event: '',
  handout: '/exports',
  invitation: '/attendees/invite',
  list: '/exports',
  mail: '/mails',
  team_invitation: '/team',
  user: '/team',
  view: '/attendees',
}

// Facts that were erased leave a sentence that can still be said.
const plain = {
  consents: '',
  source: '',
  creators: '',
  rule: '',
  reason: '',
  photo: '',
  kind: '–',
  people: 0,
  count: 0,
  list: '–',
  format: '–',
  rows: 0,
  row: '–',
  role: '–',
  from: '–',
  deed: '',
  devices: 0,
  done: 0,
  added: 0,
  updated: 0,
  taken: '–',
}

function worded(facts: Record<string, FactValue>, language: Language): Record<string, string | number> {
  const known = Object.entries(facts).filter(([, value]) => ['string', 'number'].includes(typeof value))
  return Object.fromEntries(
    known.map(([name, value]) => [
      name,
      typeof value === 'number' ? value : word(name, value as string, language),
    ]),
  )
}

function word(name: string, value: string, language: Language): string {
  const t = translator(language, 'history')
  const kinds = translator(language, 'mail.kinds')
  if (name === 'format') return value.toUpperCase()
  if (name === 'kind') return kinds(kinds.has(value) ? value : 'other')
  const shelf = { role: 'roles', from: 'roles', list: 'lists' }[name]
  return shelf && t.has(`${shelf}.${value}`) ? t(`${shelf}.${value}`) : value
}
