import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeAnswers, makeQuestions } from '@/prisma/factories/questions'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { setTags } from '../notes/set-tags'
import { writeNote } from '../notes/write-note'
import { eraseMe } from '../registrations/erase-me'
import { countAttendees, listAttendees } from './list-attendees'
import { attendeeFilter } from './schema'

useTestDatabase()

let event: MadeEvent
let key: OrganizerKey
const ids: Record<string, string> = {}

beforeAll(async () => {
  event = await makeEvent({
    timezone: 'Europe/Berlin',
    onSite: 60,
    activities: [{ key: 'tour', size: 0 }],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }],
    hotels: [
      {
        key: 'inn',
        name: 'Inn',
        roomTypes: [{ key: 'twin', name: 'Twin', nights: { '2027-04-15': 9, '2027-04-16': 9 } }],
      },
    ],
  })
  key = { eventId: event.id, userId: newId(), role: 'owner' } as OrganizerKey
  const questions = await makeQuestions(event.id, [
    { key: 'size', type: 'choice', options: ['M', 'L'] },
    { key: 'tracks', type: 'multi_choice', options: ['web', 'infra'] },
    { key: 'talk', type: 'text' },
    { key: 'drives', type: 'yes_no' },
  ])
  const meal = event.meals[0]!
  const roomTypeId = event.hotels[0]!.roomTypes[0]!.id
  const stay = (nights: string[]) => ({ roomTypeId, nights })
  const people = {
    Ada: {
      days: [new Date('2027-04-16')],
      diet: ['vegan', 'nut_free'],
      language: 'de',
      isListed: true,
      accessibility: 'a ramp',
      mealChoices: [{ mealId: meal.id, optionId: meal.options[0]!.id }],
      stay: stay(['2027-04-15']),
    },
    Ben: { presence: 'remote', source: 'import', stillComingAt: new Date(), photo: 'not_asked' },
    Cem: { status: 'cancelled', cancelReason: 'declined' },
    Dee: { activities: [{ id: event.activities[0]!.id, state: 'waiting' }], isStayUndecided: true },
    Eve: { status: 'waitlisted', stay: stay(['2027-04-16']) },
    Fay: { stay: stay(['2027-04-15', '2027-04-16']) },
    Gus: { stay: stay(['2027-04-15']) },
    Hal: { stay: stay(['2027-04-15', '2027-04-16']) },
  } as Record<string, object>
  for (const [at, [name, person]] of Object.entries(people).entries()) {
    const registeredAt = new Date(Date.UTC(2027, 0, at + 1, 23, 30))
    ids[name] = (await makeRegistration(event, { name, registeredAt, ...person })).id
  }
  await makeAnswers({ id: ids.Ada!, eventId: event.id }, questions, {
    size: 'M',
    tracks: ['web', 'infra'],
    talk: 'Über Flüsse',
    drives: true,
  })
  await makeAnswers({ id: ids.Ben!, eventId: event.id }, questions, { size: 'L', drives: false })
  const where = (name: string) => ({
    eventId_registrationId: { eventId: event.id, registrationId: ids[name]! },
  })
  await db().stay.update({ where: where('Fay'), data: { confirmedAt: new Date() } })
  await db().stay.update({ where: where('Gus'), data: { releasedAt: new Date() } })
  await db().claimPlace.deleteMany({ where: { claim: { registrationId: ids.Hal!, kind: 'stay' } } })
  await db().roomShare.create({
    data: { eventId: event.id, hostId: ids.Fay!, guestId: ids.Hal!, pairedAt: new Date() },
  })
  await db().claim.updateMany({
    where: { registrationId: ids.Eve!, kind: 'event' },
    data: { state: 'held', offeredUntil: new Date('2099-01-01') },
  })
  await setTags(key, ids.Ben!, ['speaker', 'press'])
  await writeNote(key, ids.Dee!, 'Called us.')
  const to = { name: '', address: 'a@example.org', language: 'en' } as const
  await queueMail(db(), { kind: 'reminder', eventId: event.id, registrationId: ids.Ada!, to, facts: {} })
  await db().outboxMail.updateMany({ where: { registrationId: ids.Ada! }, data: { state: 'failed' } })
  const scan = {
    eventId: event.id,
    pointId: event.arrivalPoint.id,
    device: 'desk',
    outcome: 'arrived',
  } as const
  const at = { deviceAt: new Date('2027-04-15T22:30:00Z'), serverAt: new Date() }
  await db().checkInFact.create({
    data: { id: newId(), registrationId: ids.Ada!, kind: 'arrive', ...scan, ...at },
  })
  const undone = { id: newId(), registrationId: ids.Fay!, kind: 'arrive', ...scan, ...at } as const
  await db().checkInFact.create({ data: undone })
  const undo = { ...scan, outcome: 'undone', kind: 'undo', undoes: undone.id } as const
  await db().checkInFact.create({ data: { id: newId(), registrationId: ids.Fay!, ...undo, ...at } })
})

test.each<[Record<string, string | string[]>, string]>([
  [{ status: ['waitlisted', 'cancelled'] }, 'Cem Eve'],
  [{ status: ['live', 'cancelled'] }, 'Ada Ben Cem Dee Eve Fay Gus Hal'],
  [{ reason: 'declined' }, 'Cem'],
  [{ presence: ['remote', 'activity_only'] }, 'Ben'],
  [{ day: '2027-04-16' }, 'Ada'],
  [{ activity: 'tour' }, 'Dee'],
  [{ activity: 'tour', standing: 'held' }, ''],
  [{ diet: ['vegan', 'nut_free'] }, 'Ada'],
  [{ diet: ['vegan', 'halal'] }, ''],
  [{ diet: 'unsaid', status: 'confirmed', presence: 'on_site' }, 'Dee Fay Gus Hal'],
  [{ hotel: 'inn' }, 'Ada Eve Fay Hal'],
  [{ night: '2027-04-16' }, 'Eve Fay Hal'],
  [{ night: '2027-04-15', room: 'held' }, 'Ada Hal'],
  [{ room: 'confirmed' }, 'Fay'],
  [{ room: ['wished', 'undecided'] }, 'Dee Eve'],
  [{ room: 'released', hotel: 'inn' }, 'Gus'],
  [{ sharing: 'yes' }, 'Fay Hal'],
  [{ waiting: 'activity' }, 'Dee'],
  [{ offered: 'yes' }, 'Eve'],
  [{ photo: 'not_asked' }, 'Ben'],
  [{ listed: 'yes' }, 'Ada'],
  [{ needs: 'yes' }, 'Ada'],
  [{ arrivedIn: '2027-04-16T00' }, 'Ada'],
  [{ arrivedIn: '2027-04-15T22' }, ''],
  [{ arrived: 'yes' }, 'Ada'],
  [{ coming: 'yes' }, 'Ben'],
  [{ source: ['import', 'walk_in'] }, 'Ben'],
  [{ language: 'de' }, 'Ada'],
  [{ tag: ['press', 'nobody has this'] }, 'Ben'],
  [{ note: 'yes' }, 'Dee'],
  [{ mail: 'failed' }, 'Ada'],
  [{ 'answer.size': ['M', 'L'] }, 'Ada Ben'],
  [{ 'answer.size': 'S' }, ''],
  [{ 'answer.tracks': 'infra' }, 'Ada'],
  [{ 'answer.talk': 'uber flusse' }, 'Ada'],
  [{ 'answer.drives': 'no' }, 'Ben'],
  [{ 'answer.drives': 'yes', 'answer.size': 'L' }, ''],
  [{ answered: ['size', 'talk'] }, 'Ada'],
  [{ unanswered: 'talk', answered: 'size' }, 'Ben'],
  [{ 'answer.nobody-asked': 'x' }, ''],
  // Half past eleven at night in UTC is the next day in Berlin.
  [{ from: '2027-01-08' }, 'Gus Hal'],
  [{ to: '2027-01-03' }, 'Ada Ben'],
  [{ from: '2027-01-03', to: '2027-01-04', presence: 'on_site' }, 'Cem'],
  [
    { from: '0000-01-01', to: '0000-01-01', day: '0000-01-01', night: '0000-01-01' },
    'Ada Ben Cem Dee Eve Fay Gus Hal',
  ],
  [{ from: '31 February' }, 'Ada Ben Cem Dee Eve Fay Gus Hal'],
])('%j fits %s', async (asked, names) => {
  const filter = attendeeFilter.parse({ ...asked, sort: 'name' })
  const { rows, count } = await listAttendees(key, filter)
  expect(rows.map(({ name }) => name).join(' ')).toBe(names)
  expect(count).toBe(rows.length)
})

test('a dish and a room type are asked for by their ids, code asks with single words, and no other event is seen', async () => {
  expect(await countAttendees(key, { option: event.meals[0]!.options[0]!.id })).toBe(1)
  expect(await countAttendees(key, { roomType: event.hotels[0]!.roomTypes[0]!.id, room: 'held' })).toBe(2)
  expect(await countAttendees(key, { status: 'confirmed', presence: 'on_site' })).toBe(5)
  const other = { ...key, eventId: (await makeEvent()).id } as OrganizerKey
  expect(await countAttendees(other, {})).toBe(0)
  expect(await countAttendees(other, { tag: 'press' })).toBe(0)
})

test.each([
  ['organization', 'asc', 'Ben Ada'],
  ['organization', 'desc', 'Ada Ben'],
  ['arrived', 'desc', 'Ada'],
  ['answer.size', 'asc', 'Ben Ada'],
  ['answer.size', 'desc', 'Ada Ben'],
])('who has nothing in %s comes last, %s', async (sort, way, first) => {
  const named = { Ada: 'Zebra', Ben: 'apple' }
  for (const [name, organization] of Object.entries(named))
    await db().registration.update({ where: { id: ids[name]! }, data: { organization } })
  const { rows } = await listAttendees(key, attendeeFilter.parse({ sort, way }))
  expect(
    rows
      .map(({ name }) => name)
      .slice(0, first.split(' ').length)
      .join(' '),
  ).toBe(first)
  expect(rows).toHaveLength(8)
})

test('who is erased takes notes and tags along', async () => {
  const person = await makeRegistration(event, { name: 'Zed' })
  await setTags(key, person.id, ['gone'])
  await writeNote(key, person.id, 'Gone.')
  await eraseMe({ eventId: event.id, registrationId: person.id } as AttendeeKey)
  const where = { registrationId: person.id }
  expect(await db().attendeeTag.count({ where })).toBe(0)
  expect(await db().attendeeNote.count({ where })).toBe(0)
  expect(await countAttendees(key, { q: 'zed' })).toBe(0)
  expect(await writeNote(key, person.id, 'Again')).toEqual({ ok: false, refusal: 'unknown_registration' })
})
