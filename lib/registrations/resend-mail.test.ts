import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { env } from '../env'
import type { AttendeeKey } from '../keys'
import { resendMail } from './resend-mail'

useTestDatabase()

test.each(['confirmed', 'waitlisted', 'cancelled'] as const)(
  'who is %s gets the mail that says so, at the address they gave',
  async (status) => {
    const { key, mails, history } = await scene(status)
    expect(await resendMail(key)).toEqual({ ok: true, value: null })
    expect(await mails()).toMatchObject([
      { kind: status, toAddress: 'ada@example.org', language: 'de', state: 'waiting', facts: { status } },
    ])
    expect(await history()).toMatchObject([
      { act: 'asked_for_mail', actorKind: 'attendee', actorId: key.registrationId },
    ])
  },
)

test('the outbox holds no link that opens anything', async () => {
  const { key, mails, registration } = await scene()
  await resendMail(key)
  const text = JSON.stringify(await mails())
  expect(text).toContain(key.registrationId)
  expect(text).not.toContain(registration.manageToken)
  expect(text).not.toContain(registration.manageTokenHash)
})

test('after so many in an hour no more are sent, to this person alone', async () => {
  const [eager, other] = [await scene(), await scene()]
  const most = env().resendPerPersonPerHour
  const answers = []
  for (let time = 0; time < most + 2; time++) answers.push((await resendMail(eager.key)).ok)
  expect(answers).toEqual([...Array(most).fill(true), false, false])
  expect(await resendMail(eager.key)).toEqual({ ok: false, refusal: 'too_often' })
  expect([(await eager.mails()).length, (await eager.history()).length]).toEqual([most, most])
  expect((await resendMail(other.key)).ok).toBe(true)
})

test('impatient people at once get as many as patient ones', async () => {
  const { key, mails } = await scene()
  const answers = await Promise.all(Array.from({ length: 12 }, () => resendMail(key)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(env().resendPerPersonPerHour)
  expect(await mails()).toHaveLength(env().resendPerPersonPerHour)
})

test('more people than connections ask at once, and all of them are answered', async () => {
  const people = []
  for (let person = 0; person < 15; person++) people.push(await scene())
  expect(await Promise.all(people.map(({ key }) => resendMail(key)))).toEqual(
    people.map(() => ({ ok: true, value: null })),
  )
})

async function scene(status: 'confirmed' | 'waitlisted' | 'cancelled' = 'confirmed') {
  const event = await makeEvent()
  const registration = await makeRegistration(event, { status, email: 'ada@example.org', language: 'de' })
  const { id: eventId } = event
  return {
    registration,
    key: { eventId, registrationId: registration.id } as AttendeeKey,
    mails: () => db().outboxMail.findMany({ where: { eventId } }),
    history: () => db().historyEntry.findMany({ where: { eventId } }),
  }
}
