import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { attendeeFilter } from '../attendees/schema'
import { db } from '../db/client'
import { getEventFor } from '../events/queries'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { countRooming } from './count-changes'
import { exportList } from './export-list'
import { freezeRooming } from './freeze-rooming'
import { openSheet } from './open-sheet'
import type { ExportWish } from './rules'
import type { ExportList, Value } from './schema'

useTestDatabase()

let event: MadeEvent
let key: OrganizerKey
let people: Awaited<ReturnType<typeof fill>>
beforeAll(async () => {
  event = await makeEvent({
    meals: [
      {
        key: 'lunch',
        title: 'Lunch',
        options: [
          { key: 'chili', name: 'Chili', choices: ['rice', 'bread'] },
          { key: 'soup', name: 'Soup' },
        ],
      },
    ],
    hotels: [
      {
        key: 'inn',
        name: 'Example Inn',
        roomTypes: [{ key: 'twin', name: 'Twin', beds: 2, nights: { '2027-04-15': 9, '2027-04-16': 9 } }],
      },
    ],
  })
  people = await fill()
  const { id: userId } = await makeUser()
  key = { eventId: event.id, userId, role: 'owner' } as OrganizerKey
})

test('the caterer learns how many of what, and of allergies whose consent stands, but no name', async () => {
  expect(await rowsOf('catering')).toEqual([
    ['Lunch', null, 'Chili', 'rice', ['nut_free', 'vegan'], 2, ['Walnuts']],
    ['Lunch', null, 'Soup', null, [], 1, []],
  ])
})

test('the kitchen cards have names, and each look at an allergy is noted with its person', async () => {
  expect(await rowsOf('kitchen')).toEqual([
    ['Lunch', null, 'Ada', 'Chili', 'rice', ['nut_free', 'vegan'], 'Walnuts'],
    ['Lunch', null, 'Bo', 'Chili', 'rice', ['nut_free', 'vegan'], null],
    ['Lunch', null, 'Cy', 'Soup', null, [], null],
  ])
  const wish = { filter: attendeeFilter.parse({}) } as ExportWish
  await exportList(key, { list: 'kitchen', format: 'csv' }, wish, await getEventFor(key), 'en')
  const read = await db().historyEntry.findMany({ where: { act: 'allergies_read', eventId: event.id } })
  expect(read.map(({ subjectId, actorId }) => [subjectId, actorId])).toEqual([[people.ada.id, key.userId]])
})

test('photographers get the names of those without a camera; badges are for whoever comes', async () => {
  expect(await rowsOf('no-camera')).toEqual([['Bo', null]])
  expect((await rowsOf('badges')).map(([name, , , photo]) => [name, photo])).toEqual([
    ['Ada', 'fine'],
    ['Bo', 'no_camera'],
    ['Cy', 'fine'],
    ['Örjan', 'fine'],
  ])
  expect((await rowsOf('badges', { q: 'orjan' })).map(([name]) => name)).toEqual(['Örjan'])
})

test('on paper people stand under their letter; who did not come is who never arrived', async () => {
  expect((await rowsOf('check-in')).map(([letter, name]) => [letter, name])).toEqual([
    ['A', 'Ada'],
    ['B', 'Bo'],
    ['C', 'Cy'],
    ['O', 'Örjan'],
  ])
  expect((await rowsOf('no-shows')).map(([, name]) => name)).toEqual(['Bo', 'Cy', 'Örjan'])
})

test('the hotel gets who sleeps there; after it has a list, what became different, until it has the next', async () => {
  const sheet = await openSheet(key, 'rooming', wishFor({ since: 'last' }), await getEventFor(key))
  expect(sheet).toEqual({ ok: false, refusal: 'nothing_handed_out' })
  const nights = ['2027-04-15', '2027-04-16']
  expect(await rowsOf('rooming')).toEqual([
    ['Example Inn', 'Ada', 'Twin', nights, 'Bo'],
    ['Example Inn', 'Bo', 'Twin', nights, 'Ada'],
    ['Example Inn', 'Cy', 'Twin', [nights[0]], ''],
  ])
  const hotelId = event.hotels[0]!.id
  const standing = async () => (await countRooming(key, await getEventFor(key)))[0]!
  const hand = async (id = newId(), seen?: string) =>
    freezeRooming(key, { id, hotelId, seen: seen ?? (await standing()).seen }, await getEventFor(key))
  const { seen: before } = await standing()
  const twice = newId()
  expect([await hand(twice), await hand(twice)].map(({ ok }) => ok)).toEqual([true, true])
  expect(await db().handout.count({ where: { eventId: event.id } })).toBe(1)
  expect(await rowsOf('rooming', {}, { since: 'last', hotel: 'inn' })).toEqual([])

  const stay = { roomTypeId: event.hotels[0]!.roomTypes[0]!.id, nights: ['2027-04-15'] }
  await makeRegistration(event, { name: 'Di', stay })
  await db().stay.updateMany({
    where: { registrationId: people.ada.id },
    data: { nights: [new Date('2027-04-16')] },
  })
  await db().stay.updateMany({ where: { registrationId: people.cy.id }, data: { releasedAt: new Date() } })
  const changes = [
    ['changed', 'Example Inn', 'Ada', 'Twin', ['2027-04-16'], 'Bo'],
    ['new', 'Example Inn', 'Di', 'Twin', ['2027-04-15'], ''],
    ['cancelled', 'Example Inn', 'Cy', 'Twin', ['2027-04-15'], ''],
  ]
  const since = { since: 'last', hotel: 'inn' } as const
  expect(await rowsOf('rooming', {}, since)).toEqual(changes)
  expect(await rowsOf('rooming', {}, since)).toEqual(changes)
  // The list that the hotel got was another one than this.
  expect(await hand(newId(), before)).toEqual({ ok: false, refusal: 'changed_meanwhile' })
  expect((await hand(twice, before)).ok).toBe(true)
  expect(await rowsOf('rooming', {}, since)).toEqual(changes)
  await hand()
  expect(await rowsOf('rooming', {}, since)).toEqual([])
})

test('who of the team eats is counted with their diet, and has a card', async () => {
  const { id: userId } = await makeUser({ roles: { [event.id]: 'check_in' } })
  const [meal] = event.meals
  const dish = { mealId: meal!.id, optionId: meal!.options[1]!.id }
  await db().teamMeal.create({ data: { eventId: event.id, userId, ...dish } })
  await db().teamDiet.create({ data: { eventId: event.id, userId, diet: ['halal'] } })
  expect(await rowsOf('catering')).toContainEqual(['Lunch', null, 'Soup', null, ['halal'], 1, []])
  expect((await rowsOf('kitchen')).filter(([, , , dish]) => dish === 'Soup')).toHaveLength(2)
})

test('a hotel of another event is no hotel', async () => {
  const sheet = await openSheet(key, 'rooming', wishFor({ hotel: 'elsewhere' }), await getEventFor(key))
  expect(sheet).toEqual({ ok: false, refusal: 'unknown_hotel' })
  const foreign = { id: newId(), hotelId: newId(), seen: '' }
  expect(await freezeRooming(key, foreign, await getEventFor(key))).toEqual({
    ok: false,
    refusal: 'unknown_hotel',
  })
})

const wishFor = (more: Partial<ExportWish>): ExportWish => ({ filter: attendeeFilter.parse({}), ...more })

async function rowsOf(list: ExportList, filter: Record<string, string> = {}, more: Partial<ExportWish> = {}) {
  const wish = { ...wishFor(more), filter: attendeeFilter.parse(filter) }
  const sheet = await openSheet(key, list, wish, await getEventFor(key))
  if (!sheet.ok) throw new Error(sheet.refusal)
  const rows: Value[][] = []
  for await (const row of sheet.value.read()) rows.push(row)
  expect(rows).toHaveLength(sheet.value.rows)
  return rows
}

/** Two who share a room and a dish, one of them with an allergy; one alone; and many who must be on no list. */
async function fill() {
  const [lunch] = event.meals
  const [chili, soup] = lunch!.options
  const dish = (optionId: string, choice?: string) => [
    { mealId: lunch!.id, optionId, ...(choice && { choice }) },
  ]
  const stay = { roomTypeId: event.hotels[0]!.roomTypes[0]!.id, nights: ['2027-04-15', '2027-04-16'] }
  const diet = ['nut_free' as const, 'vegan' as const]
  const eats = { diet, mealChoices: dish(chili!.id, 'rice') }
  const ada = await makeRegistration(event, { name: 'Ada', allergies: 'Walnuts', stay, ...eats })
  const bo = await makeRegistration(event, {
    name: 'Bo',
    allergies: 'Told, then taken back',
    photo: 'no_camera',
    stay,
    ...eats,
  })
  const cy = await makeRegistration(event, {
    ...{ name: 'Cy', mealChoices: dish(soup!.id), allergies: 'Never agreed' },
    stay: { ...stay, nights: ['2027-04-15'] },
  })
  await consent(ada.id, null)
  await consent(bo.id, new Date())
  // Whoever sleeps in the room of another holds none.
  const places = { claim: { registrationId: bo.id, kind: 'stay' as const } }
  const share = { hostId: ada.id, guestId: bo.id, eventId: event.id, pairedAt: new Date() }
  await db().$transaction([
    db().claimPlace.deleteMany({ where: places }),
    db().roomShare.create({ data: share }),
  ])
  await makeRegistration(event, { name: 'Örjan' })
  const elsewhere = { photo: 'no_camera', ...eats } as const
  await makeRegistration(event, { name: 'Gone', status: 'cancelled', ...elsewhere })
  await makeRegistration(event, { name: 'Waits', status: 'waitlisted', ...elsewhere })
  await makeRegistration(event, { name: 'Far', presence: 'remote', photo: 'no_camera' })
  await arrive(ada.id)
  return { ada, bo, cy }
}

async function consent(registrationId: string, withdrawnAt: Date | null) {
  const of = { id: newId(), registrationId, eventId: event.id, kind: 'allergies', textVersion: 1 }
  await db().consent.create({
    data: { ...of, isGiven: true, decidedAt: new Date(), withdrawnAt, language: 'en' },
  })
}

async function arrive(registrationId: string) {
  const at = new Date()
  const facts = { eventId: event.id, registrationId, pointId: event.arrivalPoint.id, device: 'desk' }
  await db().checkInFact.create({
    data: { id: newId(), kind: 'arrive', outcome: 'arrived', deviceAt: at, serverAt: at, ...facts },
  })
}
