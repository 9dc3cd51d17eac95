import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { db } from '../db/client'
import type { MailState } from '../db/generated/enums'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { countRepeatable, findMailTrouble, listMails } from './queries'
import { queueMail } from './queue-mail'
import { tryFailedAgain } from './try-failed-again'

useTestDatabase()

let key: OrganizerKey
beforeEach(async () => {
  const { id: eventId } = await makeEvent()
  key = { eventId, userId: newId(), role: 'organizer' } as OrganizerKey
})

test('all failed mails that fit are tried again, once, and what cannot be repeated is left alone', async () => {
  const ada = await mail('failed', { name: 'Ada' })
  const bo = await mail('failed', { name: 'Bo', kind: 'reminder' })
  await mail('failed', { kind: 'change_email' })
  await mail('failed', { address: '' })
  await mail('failed', { kind: 'sign_in' })
  await mail('sent', {})
  const elsewhere = { ...key, eventId: (await makeEvent()).id } as OrganizerKey
  expect(await tryFailedAgain(elsewhere, {})).toBe(0)

  expect(await countRepeatable(key, { kind: 'reminder' })).toBe(1)
  expect(await countRepeatable(key, { q: 'ADA' })).toBe(1)
  expect(await countRepeatable(key, {})).toBe(2)
  const pressed = await Promise.all([tryFailedAgain(key, {}), tryFailedAgain(key, {})])
  expect(pressed.sort()).toEqual([0, 2])
  const { rows } = await listMails(key, { state: 'waiting' })
  expect(rows.map(({ id, attempts, error }) => [id, attempts, error])).toEqual([
    [bo, 0, null],
    [ada, 0, null],
  ])
  expect(await db().historyEntry.findMany({ where: { eventId: key.eventId } })).toMatchObject([
    { act: 'mails_tried_again', actorId: key.userId, facts: { people: 2 } },
  ])
})

test('mails are found by kind and by part of a name or an address', async () => {
  const ada = await mail('sent', { name: 'Ada Example', address: 'countess@example.org' })
  const bo = await mail('failed', { name: 'Bo', kind: 'reminder' })
  const found = async (filter: object) => (await listMails(key, filter)).rows.map(({ id }) => id)
  expect(await found({ q: 'exam', kind: 'confirmed' })).toEqual([ada])
  expect(await found({ q: 'COUNTESS' })).toEqual([ada])
  expect(await found({ kind: 'reminder' })).toEqual([bo])
  expect(await found({ kind: 'sign_in' })).toEqual([])
  expect(await found({ q: '%' })).toEqual([])
})

test('who runs no mail server is told, with how much waits', async () => {
  await mail('waiting', {})
  expect(await findMailTrouble(key)).toEqual({ reason: 'no_server', waiting: 1 })
})

async function mail(state: MailState, { name = '', address = 'somebody@example.org', kind = 'confirmed' }) {
  const to = { name, address, language: 'en' as const }
  const id = await db().$transaction((tx) =>
    queueMail(tx, { kind, to, facts: { name: 'Ada' }, eventId: key.eventId }),
  )
  await db().outboxMail.update({ where: { id }, data: { state, attempts: 3 } })
  return id
}
