import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { cancelByOrganizer, cancelMine } from './cancel'
import { getOfferFor } from './queries'
import { readForm } from './read-form'
import { register } from './register'

useTestDatabase()

const hotel = {
  key: 'ibis',
  name: 'ibis',
  roomTypes: [{ key: 'single', name: 'Single', nights: { '2027-04-15': 1, '2027-04-16': 1 } }],
}

test('who cancels gives back everything, limited or not, and the next in line is told it is theirs', async () => {
  const meals = [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }]
  const event = await makeEvent({ onSite: 1, hotels: [hotel], meals, activities: [{ key: 'walk' }] })
  const ada = await join(event, { nights: ['2027-04-15'], 'meal.lunch': ['chili'], activities: ['walk'] })
  const bo = await join(event, { nights: ['2027-04-15'], activities: ['walk'] })
  expect(await cancelMine(ada)).toEqual({ ok: true, value: { isNew: true } })
  expect(await statuses(event)).toEqual(['cancelled', 'confirmed'])
  expect(await claims(bo)).toEqual({ activity: 'held', event: 'held', stay: 'held' })
  expect(await taken(event)).toEqual({ on_site: 1, remote: 0, activity: 1, option: 0, night: 1 })
  expect(await mailsTo(bo)).toEqual(['waitlisted', 'promoted'])
  expect(await mailsTo(ada)).toEqual(['confirmed', 'cancelled'])
})

test('cancelling twice, and eight times at once, changes nothing more', async () => {
  const event = await makeEvent({ onSite: 2 })
  const ada = await join(event, {})
  await Promise.all(Array.from({ length: 8 }, () => cancelMine(ada)))
  expect(await cancelMine(ada)).toEqual({ ok: true, value: { isNew: false } })
  expect(await taken(event)).toMatchObject({ on_site: 0 })
  expect(await mailsTo(ada)).toEqual(['confirmed', 'cancelled'])
})

test('more people than connections cancel at once, and all of them can', async () => {
  const event = await makeEvent({ onSite: 1 })
  const people = await Promise.all(Array.from({ length: 15 }, () => join(event, {})))
  const answers = await Promise.all(people.map(cancelMine))
  expect(answers).toEqual(people.map(() => ({ ok: true, value: { isNew: true } })))
  expect(await statuses(event)).toEqual(people.map(() => 'cancelled'))
  expect(await taken(event)).toMatchObject({ on_site: 0 })
})

test('an organizer cancels people of the own event only', async () => {
  const [mine, other] = [await makeEvent(), await makeEvent()]
  const theirs = await join(other, {})
  const key = { eventId: mine.id, userId: newId(), role: 'owner' } as OrganizerKey
  expect(await cancelByOrganizer(key, theirs.registrationId)).toEqual({
    ok: false,
    refusal: 'unknown_registration',
  })
})

test('after the event nobody cancels, and once it has begun nobody is promoted', async () => {
  const hour = 3_600_000
  const event = await makeEvent({ onSite: 1, closesAt: new Date(Date.now() + hour) })
  const [ada, bo] = [await join(event, {}), await join(event, {})]
  await db().event.update({ where: { id: event.id }, data: { startsAt: new Date(Date.now() - hour) } })
  await cancelMine(ada)
  expect(await statuses(event)).toEqual(['cancelled', 'waitlisted'])
  await db().event.update({
    where: { id: event.id },
    data: { startsAt: new Date(0), endsAt: new Date(Date.now() - hour) },
  })
  expect(await cancelMine(bo)).toEqual({ ok: false, refusal: 'event_over' })
})

test('a freed night goes to the first whose whole stay fits', async () => {
  const event = await makeEvent({ onSite: 9, hotels: [hotel] })
  const first = await join(event, { nights: ['2027-04-15'] })
  await join(event, { nights: ['2027-04-16'] })
  const both = await join(event, { nights: ['2027-04-15', '2027-04-16'] })
  const one = await join(event, { nights: ['2027-04-15'] })
  await cancelMine(first)
  expect([await claims(both), await claims(one)]).toEqual([
    { event: 'held', stay: 'waiting' },
    { event: 'held', stay: 'held' },
  ])
})

async function join(event: MadeEvent, form: Record<string, string[]>): Promise<AttendeeKey> {
  const values = {
    name: ['Ada'],
    email: [`${newId()}@example.org`],
    presence: ['on_site'],
    photo: ['fine'],
    ...form,
  }
  const read = readForm({ ...values, submissionId: [newId()] })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const offer = await getOfferFor({ eventId: event.id })
  const answer = await register(offer, read.input, { language: 'en', networkAddress: '192.0.2.1' })
  if (!answer.ok) throw new Error(answer.refusal)
  return { eventId: event.id, registrationId: answer.value.registrationId! } as AttendeeKey
}

async function statuses({ id: eventId }: MadeEvent) {
  const rows = await db().registration.findMany({ where: { eventId }, orderBy: { registeredAt: 'asc' } })
  return rows.map(({ status }) => status)
}

async function claims({ registrationId }: AttendeeKey) {
  const rows = await db().claim.findMany({ where: { registrationId } })
  return Object.fromEntries(rows.map(({ kind, state }) => [kind, state]))
}

async function taken({ id: eventId }: MadeEvent) {
  const pools = await db().pool.groupBy({ by: ['kind'], where: { eventId }, _sum: { taken: true } })
  return Object.fromEntries(pools.map(({ kind, _sum }) => [kind, _sum.taken]))
}

async function mailsTo({ registrationId }: AttendeeKey) {
  const mails = await db().outboxMail.findMany({ where: { registrationId }, orderBy: { createdAt: 'asc' } })
  return mails.map(({ kind }) => kind)
}
