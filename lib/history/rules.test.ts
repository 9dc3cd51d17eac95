import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { translator } from '../messages'
import { pathOfThing, sayDeed, sayDetails } from './rules'
import { type Act, actGroups, actsByGroup, type HistoryLine } from './schema'

const acts = actGroups.flatMap((group): readonly Act[] => actsByGroup[group])
const line = (act: string, more: Partial<HistoryLine> = {}): HistoryLine => ({
  id: 'line',
  at: new Date(),
  actorKind: 'user',
  actorId: 'olu',
  act,
  subject: 'registration',
  subjectId: 'ada',
  facts: {},
  ...more,
})
const names = { olu: 'Olu Example', ada: 'Ada Example' }

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test.each(acts)('%s is a sentence of its own, also when its facts were erased', (act) => {
    const facts = { role: 'owner', from: 'organizer', rows: 3, people: 3, list: 'attendees', format: 'csv' }
    for (const said of [
      sayDeed(line(act, { facts }), names, language),
      sayDeed(line(act), names, language),
      sayDeed(line(act, { actorKind: 'system', actorId: null, subjectId: null }), {}, language),
    ]) {
      expect(said).not.toBe(act)
      expect(said).not.toMatch(/[{}]|undefined|null|NaN/)
      expect(said.length).toBeGreaterThan(8)
    }
  })

  test('every group and every kind of actor has its word', () => {
    const t = translator(language, 'history')
    for (const group of actGroups) expect(t.has(`groups.${group}`)).toBe(true)
    for (const kind of ['attendee', 'user', 'token', 'system', 'command_line'])
      expect(t.has(`who.${kind}`)).toBe(true)
  })
})

test('who acts on themselves is said differently from who is acted upon', () => {
  expect(sayDeed(line('cancelled'), names, 'en')).toBe(
    'Olu Example cancelled the registration of Ada Example',
  )
  const own = line('cancelled', { actorKind: 'attendee', actorId: 'ada' })
  expect(sayDeed(own, names, 'en')).toBe('Ada Example cancelled')
  expect(sayDeed(own, {}, 'de')).toBe('Jemand hat abgesagt')
})

test('an export says what left, as what, and which columns', () => {
  const facts = { list: 'attendees', format: 'csv', rows: 512, columns: ['code', 'name'], filter: null }
  const exported = line('exported', { subject: 'list', subjectId: null, facts })
  expect(sayDeed(exported, names, 'en')).toBe('Olu Example exported “Attendees” as CSV: 512 rows')
  expect(sayDeed(exported, names, 'de')).toBe('Olu Example hat „Angemeldete“ als CSV exportiert: 512 Zeilen')
  expect(sayDetails(exported, 'en')).toEqual(['Columns: code, name'])
  expect(pathOfThing(exported)).toBe('/exports')
})

test('an act that an older version wrote is shown as it is written', () => {
  expect(sayDeed(line('something_old'), names, 'en')).toBe('something_old')
})

test('what the database itself writes has its words too', () => {
  const written = readdirSync('prisma/migrations', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8'))
    .flatMap((sql) => [...sql.matchAll(/INSERT INTO history_entry[\s\S]*?actor,id\}', '(\w+)'/g)])
    .map(([, act]) => act)
  expect([...new Set(written)]).toEqual(['registered'])
  expect(acts).toContain('registered')
})
