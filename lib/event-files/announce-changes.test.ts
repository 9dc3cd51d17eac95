import ICAL from 'ical.js'
import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { findMadeEvent, type MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import type { MailFacts } from '../registrations/schema'
import { composeEventChanged } from '../registrations/write-change'
import { applyEventFile } from './apply-event-file'
import { parseEventFile } from './parse-event-file'
import { previewEventFile } from './plan-event-file'
import type { EventFile } from './schema'

useTestDatabase()

let made = 0
let file: EventFile
let event: MadeEvent
beforeEach(async () => {
  made += 1
  file = read({})
  const { eventId } = await applyEventFile(file)
  event = await findMadeEvent(eventId!)
})

test('another time is told to everybody who has or waits for a place, and to nobody twice', async () => {
  const [ada, waiting, pending, remote] = [
    await makeRegistration(event),
    await makeRegistration(event, { status: 'waitlisted', language: 'de' }),
    await makeRegistration(event, { status: 'pending_approval' }),
    await makeRegistration(event, { presence: 'remote' }),
  ]
  for (const status of ['cancelled', 'unverified'] as const) await makeRegistration(event, { status })
  await makeRegistration(event, { presence: 'activity_only' })
  const later = read({ starts: '2031-04-17T10:00', ends: '2031-04-17T19:00' })
  expect((await previewEventFile(later)).concerned).toBe(4)
  const applied = await Promise.all([1, 2].map(() => applyEventFile(later, { notify: true })))
  expect(applied.map(({ told }) => told).sort()).toEqual([0, 4])
  expect((await applyEventFile(later, { notify: true })).told).toBe(0)
  expect(await told()).toEqual([ada, waiting, pending, remote].map(({ id }) => ['event_changed', id]).sort())
  expect(
    await db().historyEntry.findMany({ where: { eventId: event.id, act: 'told_changes' } }),
  ).toMatchObject([{ actorKind: 'command_line', facts: { people: 4, changes: ['when'] } }])
})

test('the mail says old and new, and its calendar entry is newer than the one of before', async () => {
  await makeRegistration(event)
  await applyEventFile(read({ starts: '2031-04-17T10:00', ends: '2031-04-17T19:00' }), { notify: true })
  const row = await db().outboxMail.findFirstOrThrow({ where: { eventId: event.id } })
  const { paragraphs, calendar } = composeEventChanged({ ...row, language: 'en' })
  expect(paragraphs[1]).toBe(
    'Date and time\nbefore: Wednesday, 16 April 2031, 09:30–19:00 CEST\nnow: Thursday, 17 April 2031, 10:00–19:00 CEST',
  )
  const parsed = new ICAL.Component(ICAL.parse(calendar!.text)).getFirstSubcomponent('vevent')!
  const entry = new ICAL.Event(parsed)
  expect(entry.startDate.toString()).toBe('2031-04-17T08:00:00Z')
  expect(entry.sequence).toBeGreaterThan(event.revision)
  expect((row.facts as unknown as MailFacts).event.sequence).toBe(entry.sequence)
})

test('without --notify nothing is sent, only counted', async () => {
  await makeRegistration(event)
  const later = read({ starts: '2031-04-16T10:00' })
  expect((await previewEventFile(later)).concerned).toBe(1)
  expect((await applyEventFile(later)).told).toBe(0)
  expect(await told()).toEqual([])
})

test('another place is told to those who go there, another way in too', async () => {
  const ada = await makeRegistration(event)
  await makeRegistration(event, { presence: 'remote' })
  await applyEventFile(read({ venue: { name: 'New House' } }), { notify: true })
  expect(await told()).toEqual([['event_changed', ada.id]])
  await applyEventFile(read({ venue: { name: 'New House', arrival: 'Ring twice.' } }), { notify: true })
  expect(await told()).toHaveLength(2)
})

test('an activity is told to those who hold or wait for it, and only that', async () => {
  const walk = event.activities[0]!.id
  const [holder, waiting] = [
    await makeRegistration(event, { presence: 'activity_only', activities: [{ id: walk }] }),
    await makeRegistration(event, { activities: [{ id: walk, state: 'waiting' }] }),
  ]
  await makeRegistration(event)
  const [activity] = file.activities
  const moved = { ...activity!, starts: '2031-04-15T19:00', place: 'Fountain' }
  await applyEventFile(read({ activities: [moved] }), { notify: true })
  expect(await told()).toEqual([holder, waiting].map(({ id }) => ['event_changed', id]).sort())
  const row = await db().outboxMail.findFirstOrThrow({ where: { registrationId: holder.id } })
  expect(composeEventChanged({ ...row, language: 'en' }).paragraphs[1]).toBe(
    'A walk\nbefore: Tuesday, 15 April 2031, 18:00 CEST\nnow: Tuesday, 15 April 2031, 19:00 CEST, Fountain',
  )
})

test('an event that is called off is told to everybody, and nothing else about it is', async () => {
  const people = [
    await makeRegistration(event, { presence: 'remote' }),
    await makeRegistration(event, { presence: 'activity_only' }),
    await makeRegistration(event, { status: 'waitlisted' }),
  ]
  const off = read({ status: 'cancelled', starts: '2031-04-16T10:00' })
  expect((await applyEventFile(off, { notify: true })).told).toBe(3)
  expect(await told()).toEqual(people.map(({ id }) => ['event_cancelled', id]).sort())
  const laterStill = read({ status: 'cancelled', starts: '2031-04-16T11:00' })
  expect((await applyEventFile(laterStill, { notify: true })).told).toBe(0)
  expect((await applyEventFile(read({ status: 'published' }), { notify: true })).told).toBe(3)
})

test.each([
  ['a new title, text or capacity', { title: 'Renamed', description: 'New', capacity: { on_site: 7 } }],
  ['what is over', { starts: '2021-04-16T09:30', ends: '2021-04-16T19:00' }],
  ['a draft', { status: 'draft', starts: '2031-04-16T10:00' }],
] as const)('%s is told to nobody', async (_, change) => {
  await makeRegistration(event)
  expect((await previewEventFile(read(change))).concerned).toBe(0)
  expect((await applyEventFile(read(change), { notify: true })).told).toBe(0)
})

function read(change: Partial<Record<keyof EventFile, unknown>>): EventFile {
  const parsed = parseEventFile(
    JSON.stringify({
      title: 'Hackathon',
      slug: `announced-${made}`,
      timezone: 'Europe/Berlin',
      starts: '2031-04-16T09:30',
      ends: '2031-04-16T19:00',
      contacts: [],
      status: 'published',
      venue: { name: 'House of Examples' },
      activities: [{ title: 'A walk', key: 'walk', starts: '2031-04-15T18:00' }],
      ...change,
    }),
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.file
}

async function told() {
  const mails = await db().outboxMail.findMany({
    where: { eventId: event.id, kind: { in: ['event_changed', 'event_cancelled'] } },
  })
  return mails.map(({ kind, registrationId }) => [kind, registrationId]).sort()
}
