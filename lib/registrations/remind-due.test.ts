import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import type { Reminder } from '../events/schema'
import type { OrganizerKey } from '../keys'
import { cancelByOrganizer } from './cancel'
import { remindDue } from './remind-due'

useTestDatabase()

const hour = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * hour)
const reminder = (hoursBefore: number, kind: Reminder['kind'] = 'reminder'): Reminder => ({
  kind,
  hoursBefore,
})

test('whoever is confirmed is reminded once, in their language, by every worker together', async () => {
  const event = await startingIn(30, [reminder(48)])
  const ada = await early(event)
  const german = await early(event, { language: 'de' })
  await Promise.all([remindDue(), remindDue(), remindDue()])
  await remindDue()
  const mails = await mailsOf(event)
  expect(mails).toMatchObject([
    { kind: 'reminder', registrationId: ada.id, toAddress: ada.email, language: 'en' },
    { kind: 'reminder', registrationId: german.id, toAddress: german.email, language: 'de' },
  ])
  expect(mails[0]!.facts).toMatchObject({ status: 'confirmed', registrationId: ada.id })
  const history = await db().historyEntry.findMany({ where: { eventId: event.id } })
  expect(history.map(({ act, actorKind }) => [act, actorKind])).toEqual([
    ['reminded', 'system'],
    ['reminded', 'system'],
  ])
})

test('more people than fit into one step are all reminded', async () => {
  const event = await startingIn(30, [reminder(48)])
  for (let at = 0; at < 53; at++) await early(event)
  expect(await remindDue()).toBe(53)
})

test.each(['waitlisted', 'unverified', 'pending_approval', 'cancelled'] as const)(
  'who is %s is not reminded',
  async (status) => {
    const event = await startingIn(30, [reminder(48)])
    await early(event, { status })
    await remindDue()
    expect(await mailsOf(event)).toEqual([])
  },
)

test('who came after the moment has just been written to, and so has who was promoted since', async () => {
  const event = await startingIn(30, [reminder(48)])
  await makeRegistration(event, { registeredAt: ago(1) })
  const promoted = await early(event)
  await tell(event, promoted.id, 'promoted')
  await remindDue()
  expect(kindsOf(await mailsOf(event))).toEqual(['promoted'])
})

test('after a pause only the latest is sent, and what is missed stays missed', async () => {
  const event = await startingIn(30, [reminder(336), reminder(168), reminder(48, 'still_coming')])
  await early(event)
  await remindDue()
  await remindDue()
  expect(kindsOf(await mailsOf(event))).toEqual(['still_coming'])
})

test('who said that they come is not asked again, but reminded', async () => {
  const event = await startingIn(30, [reminder(48, 'still_coming')])
  await early(event, { stillComingAt: ago(2) })
  await remindDue()
  expect(await mailsOf(event)).toEqual([])
  await db().event.update({ where: { id: event.id }, data: { reminders: [reminder(36)] } })
  await remindDue()
  expect(kindsOf(await mailsOf(event))).toEqual(['reminder'])
})

test('another time of the same day reminds nobody twice, another day does', async () => {
  const event = await startingIn(30, [reminder(48)])
  await early(event)
  await remindDue()
  await moveTo(event, new Date(event.startsAt.getTime() + 60_000))
  await remindDue()
  expect(await mailsOf(event)).toHaveLength(1)
  await moveTo(event, new Date(event.startsAt.getTime() - 24 * hour))
  await remindDue()
  expect(await mailsOf(event)).toHaveLength(2)
})

test.each([
  ['is cancelled', { status: 'cancelled' as const }],
  ['is a draft', { status: 'draft' as const }],
  ['has begun', { startsAt: ago(1) }],
  ['is still far away', { startsAt: ago(-100), endsAt: ago(-108) }],
])('an event that %s reminds nobody', async (_, change) => {
  const event = await startingIn(30, [reminder(48)])
  await early(event)
  await db().event.update({ where: { id: event.id }, data: change })
  await remindDue()
  expect(await mailsOf(event)).toEqual([])
})

test('who is cancelled in the same moment either was reminded before or is not at all', async () => {
  const event = await startingIn(30, [reminder(48)])
  const people = await Promise.all(Array.from({ length: 12 }, () => early(event)))
  const key = { eventId: event.id, userId: event.id, role: 'owner' } as OrganizerKey
  await Promise.all([remindDue(), ...people.map(({ id }) => cancelByOrganizer(key, id)), remindDue()])
  for (const { id } of people) {
    const kinds = kindsOf((await mailsOf(event)).filter(({ registrationId }) => registrationId === id))
    expect([['cancelled'], ['reminder', 'cancelled']]).toContainEqual(kinds)
  }
})

async function startingIn(hours: number, reminders: Reminder[]): Promise<MadeEvent> {
  await db().event.updateMany({ data: { reminders: [] } })
  return await makeEvent({ startsAt: ago(-hours), endsAt: ago(-hours - 8), reminders })
}

const early = (event: MadeEvent, facts: Parameters<typeof makeRegistration>[1] = {}) =>
  makeRegistration(event, { registeredAt: ago(1_000), ...facts })

const moveTo = ({ id }: MadeEvent, startsAt: Date) => db().event.update({ where: { id }, data: { startsAt } })

const tell = async (event: MadeEvent, registrationId: string, kind: string) =>
  db().outboxMail.create({
    data: {
      id: registrationId,
      eventId: event.id,
      registrationId,
      kind,
      language: 'en',
      toName: '',
      toAddress: 'a@example.org',
      facts: {},
    },
  })

const mailsOf = (event: MadeEvent) =>
  db().outboxMail.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' } })

const kindsOf = (mails: { kind: string }[]) => mails.map(({ kind }) => kind)
