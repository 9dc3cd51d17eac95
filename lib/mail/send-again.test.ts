import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AdminKey, OrganizerKey } from '../keys'
import { composeRegistrationMail } from '../registrations/mails'
import { getMailFacts } from '../registrations/queries'
import { eraseMailsOf } from './erase'
import { countMails, findReadableMail, listMails } from './queries'
import { queueMail } from './queue-mail'
import { sendAgain } from './send-again'

useTestDatabase()

let event: MadeEvent
let key: OrganizerKey
beforeEach(async () => {
  event = await makeEvent({ title: 'Hackathon' })
  key = keyTo(event.id)
})

test('a mail that has left goes out anew, once a minute', async () => {
  const id = await mailTo(event, 'sent')
  const again = await sendAgain(key, id)
  expect(again.ok).toBe(true)
  const rows = await db().outboxMail.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' } })
  expect(rows.map(({ state }) => state)).toEqual(['sent', 'waiting'])
  expect(rows[1]).toMatchObject({ attempts: 0, toAddress: rows[0]!.toAddress, facts: rows[0]!.facts })
  expect(await sendAgain(key, id)).toEqual({ ok: false, refusal: 'too_soon' })
  const history = await db().historyEntry.findMany({ where: { eventId: event.id } })
  expect(history).toMatchObject([
    { act: 'mail_sent_again', actorId: key.userId, facts: { kind: 'confirmed' } },
  ])
})

test('an invitation is sent again though somebody else was invited a moment ago', async () => {
  const invite = (address: string) =>
    db().$transaction((tx) =>
      queueMail(tx, {
        kind: 'invitation',
        to: { ...somebody, address },
        facts: { name: 'Ada' },
        eventId: event.id,
      }),
    )
  const lost = await invite('ada@example.org')
  await db().outboxMail.update({ where: { id: lost }, data: { state: 'sent' } })
  await invite('bo@example.org')
  expect((await sendAgain(key, lost)).ok).toBe(true)
  expect(await sendAgain(key, lost)).toEqual({ ok: false, refusal: 'too_soon' })
})

test('two clicks at once are one mail', async () => {
  const id = await mailTo(event, 'sent')
  const answers = await Promise.all([sendAgain(key, id), sendAgain(key, id)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().outboxMail.count({ where: { eventId: event.id } })).toBe(2)
})

test('a mail that failed is tried again as it is', async () => {
  const id = await mailTo(event, 'failed')
  expect(await sendAgain(key, id)).toEqual({ ok: true, value: id })
  expect(await db().outboxMail.findMany({ where: { eventId: event.id } })).toMatchObject([
    { id, state: 'waiting', attempts: 0, lastError: null },
  ])
})

test('what was erased, or carried a link that acts once, says nothing a second time: there is no button for it', async () => {
  for (const kind of ['change_email', 'transfer_offered']) {
    const id = await db().$transaction((tx) =>
      queueMail(tx, { kind, to: somebody, facts: { name: 'Ada' }, token: 'a-token', eventId: event.id }),
    )
    await db().outboxMail.update({ where: { id }, data: { state: 'failed' } })
    expect((await findReadableMail(key, id, {}))!.mayBeRepeated).toBe(true)
    expect(await sendAgain(key, id)).toEqual({ ok: true, value: id })
    await db().outboxMail.update({ where: { id }, data: { state: 'sent', sealed: null } })
    expect((await findReadableMail(key, id, {}))!.mayBeRepeated).toBe(false)
    expect(await sendAgain(key, id)).toEqual({ ok: false, refusal: 'cannot_be_repeated' })
  }
  for (const state of ['sent', 'failed'] as const) {
    const erased = await mailTo(event, state)
    const { registrationId } = await db().outboxMail.findUniqueOrThrow({ where: { id: erased } })
    await db().$transaction((tx) => eraseMailsOf(tx, [registrationId!]))
    expect((await findReadableMail(key, erased, {}))!.mayBeRepeated).toBe(false)
    expect(await sendAgain(key, erased)).toEqual({ ok: false, refusal: 'cannot_be_repeated' })
  }
  expect(await db().outboxMail.count({ where: { eventId: event.id, state: 'waiting' } })).toBe(0)
})

test('a mail that waits is left to itself, and another event’s is not found', async () => {
  expect(await sendAgain(key, await mailTo(event, 'waiting'))).toEqual({
    ok: false,
    refusal: 'still_waiting',
  })
  const elsewhere = await mailTo(await makeEvent(), 'sent')
  expect(await sendAgain(key, elsewhere)).toEqual({ ok: false, refusal: 'not_found' })
  expect(await findReadableMail(key, elsewhere, { confirmed: composeRegistrationMail })).toBeNull()
})

test('a mail of the house is sent again by an admin, and only that: those of an event are its organizers’', async () => {
  const id = await db().$transaction((tx) =>
    queueMail(tx, { kind: 'made_admin', to: somebody, facts: { email: somebody.address } }),
  )
  await db().outboxMail.update({ where: { id }, data: { state: 'failed', lastError: 'held_by_restore' } })
  const admin = { userId: newId() } as AdminKey
  const notFound = { ok: false, refusal: 'not_found' }
  expect(await sendAgain(admin, await mailTo(event, 'failed'))).toEqual(notFound)
  expect(await sendAgain(key, id)).toEqual(notFound)
  expect(await sendAgain(admin, id)).toEqual({ ok: true, value: id })
  const row = await db().outboxMail.findUnique({ where: { id } })
  expect(row).toMatchObject({ state: 'waiting', lastError: null })
  const lines = await db().historyEntry.findMany({ where: { eventId: null, act: 'mail_sent_again' } })
  expect(lines).toMatchObject([
    { actorId: admin.userId, subject: 'mail', subjectId: null, facts: { kind: 'made_admin' } },
  ])
})

test('an organizer sees what was written, why it failed, and no link that opens anything', async () => {
  const failed = await mailTo(event, 'failed')
  await mailTo(event, 'waiting')
  expect(await countMails(key)).toMatchObject({ waiting: 1, sent: 0, failed: 1 })
  const { rows, next } = await listMails(key, { state: 'failed' })
  expect([rows.map(({ id }) => id), next]).toEqual([[failed], null])
  expect(rows[0]!.error).toEqual({ reason: 'no_such_mailbox', said: '550 No such user' })
  const mail = await findReadableMail(key, failed, { confirmed: composeRegistrationMail })
  expect(mail!.content!.subject).toBe('Your place at Hackathon')
  expect(mail!.content!.text).toContain('See or cancel my registration («personal link»)')
  expect(mail!.content!.html).not.toMatch(/href=|\/my\//)
})

test('one that waits is shown in the words of now, one that has left in those it left with', async () => {
  const [waiting, sent] = [await mailTo(event, 'waiting'), await mailTo(event, 'sent')]
  const text = { eventId: event.id, kind: 'confirmed', language: 'en' }
  await db().mailText.create({ data: { ...text, subject: 'Of now' } })
  await db().outboxMail.update({ where: { id: sent }, data: { ownSubject: 'Of then' } })
  const subjectOf = async (id: string) =>
    (await findReadableMail(key, id, { confirmed: composeRegistrationMail }))!.content!.subject
  expect([await subjectOf(waiting), await subjectOf(sent)]).toEqual(['Of now', 'Of then'])
})

test('a mail that carries a key to an account is never shown or counted', async () => {
  const id = await db().$transaction((tx) =>
    queueMail(tx, {
      kind: 'sign_in',
      to: somebody,
      facts: { name: 'Ada' },
      token: 'a-token',
      eventId: event.id,
    }),
  )
  expect(await listMails(key)).toEqual({ rows: [], next: null })
  expect(await findReadableMail(key, id, {})).toBeNull()
  expect(await sendAgain(key, id)).toEqual({ ok: false, refusal: 'not_found' })
})

const somebody = { name: '', address: 'ada@example.org', language: 'en' as const }
const keyTo = (eventId: string) => ({ eventId, userId: newId(), role: 'organizer' }) as OrganizerKey

async function mailTo(at: MadeEvent, state: 'waiting' | 'sent' | 'failed') {
  const { id: registrationId } = await makeRegistration(at)
  const { to, facts } = await getMailFacts(db(), registrationId)
  const id = await db().$transaction((tx) =>
    queueMail(tx, { kind: 'confirmed', eventId: at.id, registrationId, to, facts }),
  )
  const lastError = state === 'failed' ? 'no_such_mailbox 550 No such user' : null
  await db().outboxMail.update({ where: { id }, data: { state, lastError } })
  return id
}
