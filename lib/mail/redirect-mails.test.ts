import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPostOffice } from '@/e2e/support/post-office'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { setEnvironment } from '../env'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { deliverDueMails } from './deliver-due-mails'
import { closePost } from './open-post'
import { countRepeatable, findReadableMail } from './queries'
import { queueMail } from './queue-mail'
import { redirectMails } from './redirect-mails'
import type { Composer } from './schema'
import { tryFailedAgain } from './try-failed-again'

useTestDatabase()

const composer: Composer = ({ toName }) => ({
  subject: 'Hello',
  greeting: toName,
  paragraphs: ['You are in.'],
  actions: [],
  closing: [],
})
const kinds = ['confirmed', 'promoted', 'reminder', 'group_message', 'email_changed', 'room_shared']
const composers = Object.fromEntries(kinds.map((kind) => [kind, composer]))

let office: Awaited<ReturnType<typeof openPostOffice>>
let event: MadeEvent
let key: OrganizerKey
let person: { id: string }
beforeEach(async () => {
  await db().outboxMail.deleteMany()
  office = await openPostOffice()
  setEnvironment({ SMTP_URL: office.url })
  event = await makeEvent()
  key = { eventId: event.id, userId: newId(), role: 'organizer' } as OrganizerKey
  person = await makeRegistration(event)
})
afterEach(async () => {
  closePost()
  await office.close()
})

test('what waits goes to the new mailbox with links that work; what its fresh mail says anyway is dropped', async () => {
  const [promoted, group] = [await mail('promoted'), await mail('group_message', { manage: { version: 1 } })]
  await mail('confirmed')
  const missed = await mail('confirmed', { manageVersion: 1, missed: ['The walk'] })
  await move()
  expect(await rowOf(promoted)).toMatchObject({ toAddress: right, facts: { manageVersion: 2 } })
  expect(await rowOf(group)).toMatchObject({ toAddress: right, facts: { manage: { version: 2 } } })
  expect(await rowOf(missed)).toMatchObject({ toAddress: right, facts: { missed: ['The walk'] } })
  await deliverDueMails(composers)
  // The one to the old mailbox is the warning.
  expect(office.arrived.flatMap(({ to }) => to).toSorted()).toEqual([wrong, right, right, right])
})

test.each(['confirmed', 'reminder'])('a %s that failed is tried at the old mailbox no more', async (kind) => {
  const id = await mail(kind)
  await db().outboxMail.update({ where: { id }, data: { state: 'failed', lastError: 'no_such_mailbox' } })
  await move()
  expect(await rowOf(id)).toMatchObject({ state: 'failed', toAddress: '', lastError: 'address_left' })
  expect(await countRepeatable(key, {})).toBe(0)
  expect(await tryFailedAgain(key, {})).toBe(0)
  expect((await findReadableMail(key, id, composers))!.mayBeRepeated).toBe(false)
})

test('news that the new address may have had enough of is not taken there', async () => {
  const id = await mail('group_message', { manage: { version: 1 }, optOutId: newId() })
  await move()
  expect(await rowOf(id)).toMatchObject({ state: 'failed', toAddress: '' })
})

test('what was under way at that moment and came back leaves no more', async () => {
  const id = await mail('promoted')
  const lease = (leasedUntil: Date) => db().outboxMail.update({ where: { id }, data: { leasedUntil } })
  await lease(new Date(Date.now() + 60_000))
  await move()
  expect(await rowOf(id)).toMatchObject({ state: 'waiting', toAddress: wrong })
  await lease(new Date(Date.now() - 1))
  await deliverDueMails(composers)
  expect(await rowOf(id)).toMatchObject({ state: 'failed', toAddress: '', lastError: 'address_left' })
  // Only the warning that was meant for it.
  expect(office.arrived.map(({ to }) => to)).toEqual([[wrong]])
})

test('whoever comes back to an address is written to there', async () => {
  await move()
  await db().$transaction((tx) =>
    redirectMails(tx, person.id, { from: right, to: wrong, manageVersion: 3, instead: 'confirmed' }),
  )
  const id = await mail('reminder', { manageVersion: 3 })
  expect((await findReadableMail(key, id, composers))!.mayBeRepeated).toBe(true)
})

test('mails of others, and what was meant for the old mailbox alone, stay theirs', async () => {
  const other = await makeRegistration(event)
  const theirs = await mail('promoted', { manageVersion: 1 }, other.id)
  await move()
  await move(right, 'elsewhere@example.org', 3)
  expect(await rowOf(theirs)).toMatchObject({ toAddress: wrong, facts: { manageVersion: 1 } })
  const warned = await db().outboxMail.findMany({ where: { kind: 'email_changed' }, orderBy: { id: 'asc' } })
  expect(warned.map(({ toAddress }) => toAddress)).toEqual([wrong, right])
})

const [wrong, right] = ['Adda@example.org', 'ada@example.org']

async function mail(kind: string, facts: object = { manageVersion: 1 }, registrationId = person.id) {
  const to = { name: 'Ada', address: wrong, language: 'en' as const }
  return await db().$transaction((tx) =>
    queueMail(tx, { kind, to, facts, eventId: event.id, registrationId }),
  )
}

/** As `confirmEmailChange` does it. */
async function move(from = wrong, to = right, manageVersion = 2) {
  const [registrationId, eventId] = [person.id, event.id]
  await db().$transaction(async (tx) => {
    await redirectMails(tx, registrationId, { from, to, manageVersion, instead: 'confirmed' })
    const told = { name: 'Ada', address: from, language: 'en' as const }
    const facts = { manageVersion: manageVersion - 1 }
    await queueMail(tx, { kind: 'email_changed', to: told, facts, eventId, registrationId })
  })
}

const rowOf = (id: string) => db().outboxMail.findUniqueOrThrow({ where: { id } })
