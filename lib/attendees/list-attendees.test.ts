import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeFivePeople } from '@/prisma/factories/five-people'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { findAttendee } from './find-attendee'
import { listAttendees } from './list-attendees'
import { type AttendeePage, attendeeFilter } from './schema'

useTestDatabase()

let event: MadeEvent
let key: OrganizerKey
let juergenId: string
beforeAll(async () => {
  const made = await makeFivePeople()
  ;({ event, key } = made)
  juergenId = made.people[0]!.id
})

const find = async (asked: Record<string, string>) =>
  (await listAttendees(key, attendeeFilter.parse(asked))).rows.map(({ name }) => name)

describe('searching', () => {
  test.each([
    ['jurgen', ['Jürgen Müller']],
    ['MUELLER jürgen', ['Jürgen Müller']],
    ['strasse', ['Jürgen Müller']],
    ['zoe', ['Zoë Example']],
    ['zzzzaaaabbbb', ['Zoë Example']],
    ['oscar', ['Óscar']],
    ['lukasz', ['Łukasz']],
    ['ŁUKASZ', ['Łukasz']],
    ["o'brien", ["Null O'Brien"]],
    ['jm@example', ['Jürgen Müller']],
    ['%', []],
    ['nobody', []],
    ['os\0car\ud800', ['Óscar']],
  ])('%j finds %j', async (q, names) => expect(await find({ q })).toEqual(names))
})

test('filters narrow together; what cannot be one is no filter', async () => {
  expect(await find({ status: 'cancelled' })).toEqual(["Null O'Brien"])
  expect(await find({ status: 'live', sort: 'name' })).toEqual(
    ['Jürgen Müller', 'Łukasz', 'Óscar', 'Zoë Example'].toSorted(byEar),
  )
  expect(await find({ status: 'confirmed', presence: 'remote' })).toEqual(['Óscar'])
  expect(await find({ photo: 'no_camera' })).toEqual(['Zoë Example'])
  expect(await find({ diet: 'vegan' })).toEqual(['Zoë Example'])
  expect(await find({ place: event.activities[0]!.poolId, standing: 'waiting' })).toEqual(['Óscar'])
  expect(await find({ place: event.onSite.id, standing: 'held' })).toEqual(['Zoë Example', 'Jürgen Müller'])
  expect(await find({ arrived: 'yes' })).toEqual([])
  expect(await find({ status: 'king', place: 'x', after: 'y' })).toHaveLength(5)
})

test.each(['registered_at', 'name', 'arrived', 'organization', 'status'])(
  'pages of fifty by %s meet both ways, without a gap or a double',
  async (sort) => {
    const big = await makeEvent()
    const bigKey = { ...key, eventId: big.id } as OrganizerKey
    const registeredAt = new Date('2027-01-01T00:00:00Z')
    for (let at = 0; at < 103; at++) await makeRegistration(big, { name: `Same ${at % 3}`, registeredAt })
    const seen: string[] = []
    const backwards: string[] = []
    let after: string | null | undefined
    let last: AttendeePage | undefined
    do {
      const page = await listAttendees(bigKey, attendeeFilter.parse({ sort, ...(after && { after }) }))
      expect(page.count).toBe(103)
      seen.push(...page.rows.map(({ id }) => id))
      last = page
      after = page.next
    } while (after)
    for (let page = last!; ; ) {
      backwards.unshift(...page.rows.map(({ id }) => id))
      if (!page.previous) break
      page = await listAttendees(bigKey, attendeeFilter.parse({ sort, before: page.previous }))
      expect(page.next).toBe(page.rows.at(-1)!.id)
    }
    expect(backwards).toEqual(seen)
    expect(new Set(seen).size).toBe(103)
    expect(seen).toHaveLength(103)
  },
)

test('one person is found by their own event only, without allergies', async () => {
  const person = await findAttendee(key, juergenId)
  expect(person).toMatchObject({ name: 'Jürgen Müller', hasAllergyNote: true })
  expect(JSON.stringify(person)).not.toContain('nuts')
  const stranger = { ...key, eventId: (await makeEvent()).id } as OrganizerKey
  expect(await findAttendee(stranger, juergenId)).toBeNull()
  expect(await findAttendee(key, 'no id')).toBeNull()
})

test('who was asked whether they still come, and who said so, is found', async () => {
  const asked = await makeEvent()
  const askedKey = { ...key, eventId: asked.id } as OrganizerKey
  const yes = await makeRegistration(asked, { name: 'Yes', stillComingAt: new Date() })
  const silent = await makeRegistration(asked, { name: 'Silent' })
  for (const { id: registrationId } of [yes, silent]) {
    const to = { name: '', address: 'a@example.org', language: 'en' } as const
    await queueMail(db(), { kind: 'still_coming', eventId: asked.id, registrationId, to, facts: {} })
  }
  const names = async (coming: string) =>
    (await listAttendees(askedKey, attendeeFilter.parse({ coming }))).rows.map(({ name }) => name)
  expect([await names('yes'), await names('no')]).toEqual([['Yes'], ['Silent']])
})

const byEar = (one: string, other: string) => (fold(one) < fold(other) ? -1 : 1)
const fold = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('ł', 'l')

test('rooms stand in the order of the hotels, also of more than ten', async () => {
  const roomTypes = [{ key: 'single', name: 'Single', nights: { '2027-04-15': 3 } }]
  const hotels = Array.from({ length: 12 }, (_, at) => ({ key: `inn-${at}`, name: `Inn ${at}`, roomTypes }))
  const sleepy = await makeEvent({ hotels })
  for (const at of [11, 2, 1])
    await makeRegistration(sleepy, {
      name: `In ${at}`,
      stay: { roomTypeId: sleepy.hotels[at]!.roomTypes[0]!.id, nights: ['2027-04-15'] },
    })
  await makeRegistration(sleepy, { name: 'Nowhere' })
  const byRoom = attendeeFilter.parse({ sort: 'room' })
  const { rows } = await listAttendees({ ...key, eventId: sleepy.id } as OrganizerKey, byRoom)
  expect(rows.map(({ name }) => name)).toEqual(['In 1', 'In 2', 'In 11', 'Nowhere'])
})
