import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { organizerOf } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { newId } from '../ids'
import { writeMessage } from '../mail/write-message'
import { composers } from '../operations/mails'
import { findPublicInvitation, listInvitations } from './find-invitation'
import { invite } from './invite'
import { getOfferFor } from './queries'
import { readForm } from './read-form'
import { register } from './register'
import { takeBackInvitation } from './take-back-invitation'

useTestDatabase()

const userId = newId()
const ada = { name: 'Ada', email: 'Ada@example.org', language: 'de' } as const
const spent = { ok: false, refusal: 'invitation_spent' }

test('an invitation opens what codes close, once, whatever address registers with it', async () => {
  const { event, key, token } = await invited()
  expect(await findPublicInvitation(event.id, token)).toMatchObject({ ...named, state: 'open' })
  const made = await join(event, { invitation: [token], activities: ['cellar'] })
  expect(made).toMatchObject({ ok: true, value: { outcome: 'registered', status: 'confirmed' } })
  expect(await findPublicInvitation(event.id, token)).toMatchObject({ state: 'used' })
  expect(await listInvitations(key)).toMatchObject([
    { ...named, state: 'used', registrationId: made.ok && made.value.registrationId },
  ])
  expect(await join(event, { invitation: [token] })).toEqual(spent)
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(1)
})

test('the same submission again, after its invitation was spent by it, is answered as before', async () => {
  const { event, token } = await invited()
  const submissionId = [newId()]
  const form = { invitation: [token], submissionId, email: ['ada@example.org'] }
  const first = await join(event, form)
  expect(await join(event, form)).toMatchObject({
    ok: true,
    value: { outcome: 'repeated', registrationId: first.ok && first.value.registrationId },
  })
})

test('of ten who hold the same link at once one registers', async () => {
  const { event, token } = await invited()
  const answers = await Promise.all(Array.from({ length: 10 }, () => join(event, { invitation: [token] })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 9 }, () => spent))
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(1)
})

test('one that was made up, taken back, or is another event’s tells nothing, not even who is registered', async () => {
  const { event, key, token, id } = await invited()
  await makeRegistration(event, { email: 'known@example.org' })
  const other = await makeEvent({ accessCode: 'Other' })
  const known = { email: ['known@example.org'] }
  for (const form of [{}, known]) {
    expect(await join(event, { ...form, invitation: ['nobody-made-this'] })).toEqual(spent)
    expect(await join(other, { ...form, invitation: [token] })).toEqual(spent)
  }
  expect(await takeBackInvitation(key, id)).toEqual({ ok: true, value: { isNew: true } })
  expect(await takeBackInvitation(key, id)).toEqual({ ok: true, value: { isNew: false } })
  for (const form of [{}, known]) expect(await join(event, { ...form, invitation: [token] })).toEqual(spent)
  expect(await listInvitations(key)).toMatchObject([{ state: 'taken_back' }])
  const history = await db().historyEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  expect(history.map(({ act, actorId }) => [act, actorId])).toEqual([
    ['invited', userId],
    ['took_back_invitation', userId],
  ])
  expect(JSON.stringify(history)).not.toMatch(/\bAda\b|example\.org/i)
})

test('taking back and registering at once: one of them wins', async () => {
  for (let race = 0; race < 20; race++) {
    const { event, key, token, id } = await invited()
    const [made, back] = await Promise.all([
      join(event, { invitation: [token] }),
      takeBackInvitation(key, id),
    ])
    expect([made.ok, back.ok].filter(Boolean)).toHaveLength(1)
    if (!back.ok) expect(back.refusal).toBe('used')
  }
})

test('nobody is invited twice, nobody who is registered, and nobody to what is no more', async () => {
  const { event, key, id } = await invited()
  const again = { ...ada, email: 'ADA@example.ORG' }
  expect(await invite(key, again)).toEqual({ ok: false, refusal: 'already_invited' })
  await takeBackInvitation(key, id)
  const both = await Promise.all([invite(key, ada), invite(key, again)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  await makeRegistration(event, { email: 'bo@example.org' })
  const bo = { ...ada, email: 'Bo@example.org' }
  expect(await invite(key, bo)).toEqual({ ok: false, refusal: 'already_registered' })
  await db().event.update({ where: { id: event.id }, data: { status: 'cancelled' } })
  expect(await invite(key, { ...ada, email: 'cy@example.org' })).toEqual({
    ok: false,
    refusal: 'not_published',
  })
})

test('nobody takes back what another event’s organizers gave', async () => {
  const { id } = await invited()
  const stranger = organizerOf(await makeEvent(), userId)
  expect(await takeBackInvitation(stranger, id)).toEqual({ ok: false, refusal: 'unknown_invitation' })
})

const named = { name: 'Ada', email: 'Ada@example.org' }

/** One event closed by a code, with one invitation; the token is read from the mail as it leaves. */
async function invited() {
  const event = await makeEvent({
    accessCode: 'House',
    activities: [{ key: 'cellar', accessCode: 'Cellar' }],
  })
  const key = organizerOf(event, userId)
  const made = await invite(key, ada)
  if (!made.ok) throw new Error(made.refusal)
  const mail = await db().outboxMail.findFirstOrThrow({ where: { eventId: event.id, kind: 'invitation' } })
  const message = await writeMessage({ ...mail, language: 'de' }, composers, null)
  const token = /invitation=([\w-]+)/.exec(String(message.text))![1]!
  expect(JSON.stringify(mail)).not.toContain(token)
  return { event, key, token, id: made.value.id }
}

async function join(event: { id: string }, form: Record<string, string[]>) {
  const email = [`${newId()}@example.org`]
  const values = {
    name: ['Ada'],
    email,
    presence: ['on_site'],
    photo: ['fine'],
    submissionId: [newId()],
    ...form,
  }
  const read = readForm(values)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const offer = await getOfferFor({ eventId: event.id })
  return await register(offer, read.input, { language: 'en', networkAddress: '192.0.2.1' })
}
