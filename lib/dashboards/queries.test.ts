import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeFivePeople } from '@/prisma/factories/five-people'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { countMeals } from './count-meals'
import { findLastEdition } from './find-last-edition'
import { countByDay, countDays, countGuests, countHours, countPeople, countPlaces } from './queries'

useTestDatabase()

let event: MadeEvent
let key: OrganizerKey
beforeAll(async () => {
  ;({ event, key } = await makeFivePeople())
})

test('figures count the confirmed, the line and each diet of a dish', async () => {
  expect(await countPeople(key)).toEqual({
    status: { confirmed: 3, waitlisted: 1, pending_approval: 0, unverified: 0, cancelled: 1 },
    confirmed: { on_site: 2, remote: 1, activity_only: 0 },
    photo: { fine: 1, no_camera: 1, not_asked: 0 },
    offered: 0,
    stillComing: 0,
    silent: 3,
    askedStillComing: 0,
  })
  const places = await countPlaces(key)
  const nothing = { ceiling: null, waiting: 0, wished: 0, booked: 0 }
  expect(places[event.activities[0]!.poolId]).toEqual({ ...nothing, ceiling: 0, waiting: 1 })
  expect(places[event.onSite.id]).toEqual({ ...nothing, ceiling: 60, waiting: 1 })
  expect(places[event.remote.id]).toEqual(nothing)
  const [{ id: mealId, options }] = event.meals as [MadeEvent['meals'][number]]
  expect(await countMeals(key)).toEqual([
    { mealId, optionId: options[0]!.id, people: 1, diets: { vegan: 1, halal: 1 }, team: 0, teamDiets: {} },
  ])
})

test('a dish in line is no portion, and who told no diet is counted as such', async () => {
  const meals = [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }]
  const hungry = await makeEvent({ meals })
  const [{ id: mealId, options }] = hungry.meals as [MadeEvent['meals'][number]]
  const mealChoices = [{ mealId, optionId: options[0]!.id }]
  await makeRegistration(hungry, { mealChoices })
  const waiting = await makeRegistration(hungry, { mealChoices, diet: ['vegan'] })
  await db().claim.updateMany({
    where: { registrationId: waiting.id, kind: 'option' },
    data: { state: 'waiting' },
  })
  expect(await countMeals({ ...key, eventId: hungry.id } as OrganizerKey)).toMatchObject([
    { people: 1, diets: { unsaid: 1 } },
  ])
})

test('rooms are counted by what the hotel knows of, wished for and offered', async () => {
  const nights = { '2027-04-15': 3, '2027-04-16': 3 }
  const roomTypes = [{ key: 'single', name: 'Single', nights }]
  const sleepy = await makeEvent({ hotels: [{ key: 'inn', name: 'Inn', roomTypes }] })
  const [type] = sleepy.hotels[0]!.roomTypes
  const stay = { roomTypeId: type!.id, nights: ['2027-04-15'] }
  const booked = await makeRegistration(sleepy, { stay: { ...stay, nights: Object.keys(nights) } })
  await db().stay.updateMany({ where: { registrationId: booked.id }, data: { confirmedAt: new Date() } })
  const offered = await makeRegistration(sleepy, { stay })
  await db().claim.updateMany({
    where: { registrationId: offered.id, kind: 'stay' },
    data: { offeredUntil: new Date('2099-01-01') },
  })
  await makeRegistration(sleepy, { stay: { ...stay, state: 'wished' } })
  await makeRegistration(sleepy, { stay: { ...stay, state: 'waiting' } })
  const sleepyKey = { ...key, eventId: sleepy.id } as OrganizerKey
  const [first, second] = type!.nights
  const figures = await countPlaces(sleepyKey)
  expect(figures[first!.poolId]).toEqual({ ceiling: 3, waiting: 1, wished: 1, booked: 1 })
  expect(figures[second!.poolId]).toEqual({ ceiling: 3, waiting: 0, wished: 0, booked: 1 })
  expect(await countPeople(sleepyKey)).toMatchObject({ offered: 1 })
  expect(await countGuests(sleepyKey)).toEqual({ inn: { held: 1, confirmed: 1 } })
})

test('days and hours are those of the event, and an arrival that was undone is none', async () => {
  const long = await makeEvent()
  const days = ['2027-04-16', '2027-04-17'].map((day) => new Date(day))
  const people = [
    { days, registeredAt: new Date('2027-01-01T22:59:00Z') },
    { days: days.slice(1), presence: 'remote', registeredAt: new Date('2027-01-01T23:01:00Z') },
    { days, status: 'cancelled', registeredAt: new Date('2027-01-01T23:30:00Z') },
  ] as const
  const longKey = { ...key, eventId: long.id } as OrganizerKey
  const scan = { eventId: long.id, pointId: long.arrivalPoint.id, device: 'desk', serverAt: new Date() }
  const deviceAt = new Date('2027-04-16T07:10:00Z')
  for (const person of people) {
    const { id: registrationId } = await makeRegistration(long, { ...person, days: [...person.days] })
    const fact = { ...scan, id: newId(), deviceAt, registrationId }
    await db().checkInFact.create({ data: { ...fact, kind: 'arrive', outcome: 'arrived' } })
    if ('presence' in person) {
      const undo = { id: newId(), undoes: fact.id, kind: 'undo', outcome: 'undone' } as const
      await db().checkInFact.create({ data: { ...fact, ...undo } })
    }
  }
  expect(await countDays(longKey)).toEqual([
    { day: '2027-04-16', presence: 'on_site', people: 1 },
    { day: '2027-04-17', presence: 'on_site', people: 1 },
    { day: '2027-04-17', presence: 'remote', people: 1 },
  ])
  expect(await countByDay(longKey, long.timezone)).toEqual([
    { day: '2027-01-01', people: 1 },
    { day: '2027-01-02', people: 2 },
  ])
  expect(await countHours(longKey, long.timezone)).toEqual([{ hour: '2027-04-16T09', people: 2 }])
})

test('the last edition is the published one of the series that started last before', async () => {
  const series = `series-${newId()}`
  const at = (day: string) => ({
    series,
    startsAt: new Date(`${day}T22:30:00Z`),
    endsAt: new Date(`${day}T23:00:00Z`),
  })
  await makeEvent(at('2024-04-16'))
  const last = await makeEvent({ ...at('2025-04-16'), title: 'Hackathon 3' })
  await makeEvent({ ...at('2026-01-16'), status: 'cancelled' })
  const now = await makeEvent(at('2026-04-16'))
  await makeEvent(at('2027-04-16'))
  expect(await findLastEdition(now)).toEqual({
    ...{ id: last.id, slug: last.slug, title: 'Hackathon 3', timezone: 'Europe/Berlin' },
    startsOn: '2025-04-17',
  })
  expect(await findLastEdition({ ...now, series: null })).toBeNull()
})

test('who was asked whether they still come, and who said so, is counted', async () => {
  const asked = await makeEvent()
  const askedKey = { ...key, eventId: asked.id } as OrganizerKey
  const yes = await makeRegistration(asked, { name: 'Yes', stillComingAt: new Date() })
  const silent = await makeRegistration(asked, { name: 'Silent' })
  for (const { id: registrationId } of [yes, silent]) {
    const to = { name: '', address: 'a@example.org', language: 'en' } as const
    await queueMail(db(), { kind: 'still_coming', eventId: asked.id, registrationId, to, facts: {} })
  }
  expect(await countPeople(askedKey)).toMatchObject({ stillComing: 1, silent: 1, askedStillComing: 2 })
})
