import { buffer, json } from 'node:stream/consumers'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeAnswers, makeQuestions } from '@/prisma/factories/questions'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { fitFilter } from '../attendees/fit-filter'
import { attendeeFilter } from '../attendees/schema'
import { db } from '../db/client'
import { getEventFor } from '../events/queries'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { exportList } from './export-list'
import { readAttendees } from './queries'
import type { ExportFormat, SheetWish } from './schema'
import { writeSheet } from './write-sheet'

useTestDatabase()

let event: MadeEvent
let key: OrganizerKey
beforeAll(async () => {
  event = await spring()
  key = await keyFor(event)
})

test('the CSV has the promised columns and every registration, and nothing else', async () => {
  expect(await csvOf(key)).toBe(
    `\uFEFFcode,status,name,email,organization,presence,days,diet,photo,hotel,room_type,nights,activities,meals,registered_at,arrived_at
AAAA-AAAA-AAA1,confirmed,Ada Example,ada@example.org,"Example, Works",on_site,2027-04-16,vegan; gluten_free,no_camera,ibis,Double,2027-04-15; 2027-04-16,get-together; tour (waiting),lunch: Chili sin carne (rice); snacks: Fruit,2027-03-01T10:00:00+01:00,2027-04-16T09:12:00+02:00
AAAA-AAAA-AAA2,waitlisted,Zoë,zoe@example.org,,on_site,,,fine,,,,get-together (waiting),,2027-03-28T03:30:00+02:00,
AAAA-AAAA-AAA3,cancelled,"'=HYPERLINK(""x"")",'+49@example.org,,remote,,,not_asked,,,,,,2027-03-28T04:00:00+02:00,
`,
  )
  const [line] = await db().historyEntry.findMany({ where: { eventId: event.id, act: 'exported' } })
  expect(line).toMatchObject({ actorKind: 'user', actorId: key.userId, subject: 'list' })
  expect(line!.facts).toMatchObject({ list: 'attendees', format: 'csv', rows: 3, filter: null })
  expect((line!.facts as { columns: string[] }).columns).toHaveLength(16)
})

test('the JSON says the same under the same keys, with arrays for lists and null for nothing', async () => {
  const rows = await jsonOf(key)
  expect(rows).toHaveLength(3)
  const [header] = (await csvOf(key)).replace('\uFEFF', '').split('\n')
  for (const row of rows) expect(Object.keys(row)).toEqual(header!.split(','))
  expect(rows[0]).toMatchObject({
    diet: ['vegan', 'gluten_free'],
    nights: ['2027-04-15', '2027-04-16'],
    activities: ['get-together', 'tour (waiting)'],
    meals: ['lunch: Chili sin carne (rice)', 'snacks: Fruit'],
    arrived_at: '2027-04-16T09:12:00+02:00',
  })
  expect(rows[2]).toMatchObject({ name: '=HYPERLINK("x")', organization: null, days: [], arrived_at: null })
})

test('the workbook says the same, and every cell of it is text', async () => {
  const book = await readXlsx(await buffer(await listOf(key, 'xlsx')))
  const [header, ada, , gone] = book.sheets[0]!.rows as string[][]
  expect(header!.join()).toBe((await csvOf(key)).replace('\uFEFF', '').split('\n')[0])
  expect(ada!.slice(2, 8)).toEqual([
    ...['Ada Example', 'ada@example.org', 'Example, Works', 'on_site', '2027-04-16', 'vegan; gluten_free'],
  ])
  expect(gone!.slice(2, 4)).toEqual(['=HYPERLINK("x")', '+49@example.org'])
  for (const cell of [ada!, gone!].flat()) expect(typeof cell).toBe('string')
})

test('a filter narrows the list, and history says it in words but not what was searched for', async () => {
  const event = await makeEvent()
  const key = await keyFor(event)
  await makeRegistration(event, { name: 'Zoë Sample', diet: ['vegan'] })
  await makeRegistration(event, { name: 'Ada Sample' })
  const filter = { q: 'zoe', diet: ['vegan' as const] }
  expect((await csvOf(key, { filter })).split('\n')).toHaveLength(3)
  const [line] = await db().historyEntry.findMany({ where: { eventId: event.id, act: 'exported' } })
  expect(line!.facts).toMatchObject({ rows: 1, filter: 'found by a search AND Diet: Vegan' })
  expect(JSON.stringify(line!.facts)).not.toContain('zoe')
})

test('an event without anybody gives a header, and an empty list', async () => {
  const event = await makeEvent()
  const key = await keyFor(event)
  expect((await csvOf(key)).split('\n')).toHaveLength(2)
  expect(await jsonOf(key)).toEqual([])
})

test('each question has a column by its key, in its order, after the promised ones', async () => {
  const event = await makeEvent()
  const key = await keyFor(event)
  const questions = await makeQuestions(event.id, [
    { key: 'size', type: 'multi_choice', options: ['S', 'M; wide', '=1+1'] },
    { key: '2024', type: 'number' },
    { key: 'name' },
    { key: 'drives', type: 'yes_no' },
    { key: 'born', type: 'date' },
    { key: 'constructor', accessCode: 'secret' },
  ])
  const [first, second] = [await makeRegistration(event), await makeRegistration(event)]
  const said = {
    size: ['S', 'M; wide'],
    '2024': -2.5,
    name: '=HYPERLINK("x")',
    drives: false,
    born: '2000-02-29',
  }
  await makeAnswers(first, questions, said)
  const [header, one, other] = (await csvOf(key)).split('\n')
  expect(header).toMatch(/,arrived_at,size,2024,answer\.name,drives,born,constructor$/)
  expect(one).toMatch(/,"S; M, wide",'-2\.5,"'=HYPERLINK\(""x""\)",no,2000-02-29,$/)
  expect(other).toMatch(new RegExp(`^${second.code},.*[^,],,,,,,,$`))

  const json = await bytesOf(key, 'json')
  const [row, empty] = JSON.parse(json) as Record<string, unknown>[]
  const columns = ['size', '2024', 'answer.name', 'drives', 'born', 'constructor']
  expect(columns.map((column) => row![column])).toEqual([
    ['S', 'M; wide'],
    -2.5,
    '=HYPERLINK("x")',
    false,
    '2000-02-29',
    null,
  ])
  expect(columns.map((column) => empty![column])).toEqual(columns.map(() => null))
  expect(json).toContain('"arrived_at":null,"size":["S","M; wide"],"2024":-2.5,"answer.name":')
  const [line] = await db().historyEntry.findMany({ where: { eventId: event.id, act: 'exported' } })
  expect((line!.facts as { columns: string[] }).columns.slice(16)).toEqual(columns)
})

test('pages meet without a gap or a double, also within one millisecond', async () => {
  const event = await makeEvent()
  const registeredAt = new Date('2027-01-01T00:00:00Z')
  const made: string[] = []
  for (let at = 0; at < 7; at++) made.push((await makeRegistration(event, { registeredAt })).code)
  const read: unknown[] = []
  for await (const { code } of readAttendees(fitFilter(event.id, {}), 'UTC', 3)) read.push(code)
  expect(read).toHaveLength(7)
  expect(read.toSorted()).toEqual(made.toSorted())
})

/** One person with everything, one in line, one gone, and a secret that must not leave. */
async function spring() {
  const event = await makeEvent({
    startsAt: new Date('2027-04-16T07:30:00Z'),
    endsAt: new Date('2027-04-16T17:00:00Z'),
    activities: [{ key: 'get-together' }, { key: 'tour' }],
    meals: [
      {
        key: 'lunch',
        title: 'Lunch',
        options: [{ key: 'chili', name: 'Chili sin carne', choices: ['rice'] }],
      },
      { key: 'snacks', title: 'Snacks', options: [{ key: 'fruit', name: 'Fruit' }] },
    ],
    hotels: [
      {
        key: 'ibis',
        name: 'ibis',
        roomTypes: [{ key: 'double', name: 'Double', nights: { '2027-04-15': 3, '2027-04-16': 3 } }],
      },
    ],
  })
  const [together, tour] = event.activities
  const [lunch, snacks] = event.meals
  const ada = await makeRegistration(event, {
    code: 'AAAA-AAAA-AAA1',
    email: 'ada@example.org',
    organization: 'Example, Works',
    legalName: 'Augusta Secret',
    allergies: 'a secret about nuts',
    days: [new Date('2027-04-16')],
    diet: ['vegan', 'gluten_free'],
    photo: 'no_camera',
    registeredAt: new Date('2027-03-01T09:00:00Z'),
    activities: [{ id: together!.id }, { id: tour!.id, state: 'waiting' }],
    mealChoices: [
      { mealId: snacks!.id, optionId: snacks!.options[0]!.id },
      { mealId: lunch!.id, optionId: lunch!.options[0]!.id, choice: 'rice' },
    ],
    stay: { roomTypeId: event.hotels[0]!.roomTypes[0]!.id, nights: ['2027-04-15', '2027-04-16'] },
  })
  await arrive(event, ada.id, '2027-04-16T07:12:00Z')
  await makeRegistration(event, {
    code: 'AAAA-AAAA-AAA2',
    status: 'waitlisted',
    name: 'Zoë',
    email: 'zoe@example.org',
    registeredAt: new Date('2027-03-28T01:30:00Z'),
    activities: [{ id: together!.id }],
  })
  await makeRegistration(event, {
    code: 'AAAA-AAAA-AAA3',
    status: 'cancelled',
    name: '=HYPERLINK("x")',
    email: '+49@example.org',
    presence: 'remote',
    photo: 'not_asked',
    registeredAt: new Date('2027-03-28T02:00:00Z'),
  })
  await makeRegistration(await makeEvent(), { name: 'Of another event' })
  return event
}

async function arrive(event: MadeEvent, registrationId: string, at: string) {
  const facts = { eventId: event.id, registrationId, pointId: event.arrivalPoint.id, device: 'desk' }
  // Scanned without network, sent an hour and a half later.
  const moment = { deviceAt: new Date(at), serverAt: new Date(Date.parse(at) + 5_400_000) }
  await db().checkInFact.create({
    data: { id: newId(), kind: 'arrive', outcome: 'arrived', ...facts, ...moment },
  })
}

async function keyFor(event: MadeEvent) {
  const { id: userId } = await makeUser()
  return { eventId: event.id, userId, role: 'owner' } as OrganizerKey
}

async function listOf(wanted: OrganizerKey, format: ExportFormat, wish: Partial<SheetWish> = {}) {
  const asked = { filter: attendeeFilter.parse(wish.filter ?? {}) }
  const event = await getEventFor(wanted)
  const list = await exportList(wanted, { list: 'attendees', format }, asked, event, 'en')
  if (!list.ok) throw new Error(list.refusal)
  return writeSheet[format as 'csv'](list.value, 'Attendees')
}

// A decoder would swallow the byte order mark.
const bytesOf = async (wanted: OrganizerKey, format: ExportFormat, wish?: Partial<SheetWish>) =>
  (await buffer(await listOf(wanted, format, wish))).toString('utf8')
const csvOf = (wanted: OrganizerKey, wish?: Partial<SheetWish>) => bytesOf(wanted, 'csv', wish)
const jsonOf = async (wanted: OrganizerKey) =>
  (await json(await listOf(wanted, 'json'))) as Record<string, unknown>[]
