import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { endTimes, historyOf, keyOf, mailKindsTo, resizeTo, standingOf } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { newId } from '../ids'
import { confirmAddress } from './confirm-address'
import { expireDue } from './expire-due'
import { getOfferFor } from './queries'
import { readForm } from './read-form'
import { register } from './register'

useTestDatabase()

const confirmed = (status: string) => ({ ok: true, value: { isNew: true, status } })
const tooLate = { ok: false, refusal: 'too_late' }

test('an unverified person holds the place, and keeps it by confirming', async () => {
  const event = await makeEvent({ onSite: 1, isEmailConfirmed: true, confirmHours: 3 })
  const ada = await join(event)
  expect(await standingOf(ada)).toMatchObject({ status: 'unverified', event: 'held' })
  const row = await db().registration.findUniqueOrThrow({ where: { id: ada.id } })
  expect(row.unverifiedUntil!.getTime() - row.registeredAt.getTime()).toBe(3 * 3_600_000)
  expect(await join(event)).toMatchObject({ status: 'unverified' })
  expect(await confirmAddress(keyOf(ada))).toEqual(confirmed('confirmed'))
  expect(await db().registration.findUnique({ where: { id: ada.id } })).toMatchObject({
    verifiedAt: expect.any(Date),
    unverifiedUntil: null,
  })
  expect(await mailKindsTo(ada)).toEqual(['unverified', 'confirmed'])
  expect((await historyOf(ada)).at(-1)).toEqual({
    act: 'confirmed_address',
    actorKind: 'attendee',
    facts: { status: 'confirmed' },
  })
})

test('in line they keep their position: passed while unverified, first in line again once confirmed', async () => {
  const event = await makeEvent({ onSite: 0, isEmailConfirmed: true })
  const [ada, bo] = [await join(event), await join(event)]
  await confirmAddress(keyOf(bo))
  expect(await resizeTo(event.onSite.id, 1)).toEqual([bo.id])
  expect(await confirmAddress(keyOf(ada))).toEqual(confirmed('waitlisted'))
  expect(await resizeTo(event.onSite.id, 2)).toEqual([ada.id])
})

test('where organizers approve, confirming hands it to them; nothing is held', async () => {
  const event = await makeEvent({ onSite: 1, isEmailConfirmed: true, isApprovalRequired: true })
  const ada = await join(event)
  expect(await standingOf(ada)).toMatchObject({ status: 'unverified', event: 'wished' })
  expect(await confirmAddress(keyOf(ada))).toEqual(confirmed('pending_approval'))
  expect(await mailKindsTo(ada)).toEqual(['unverified', 'pending_approval'])
})

test('a place held before approval was asked stays held; what rested is settled when it is asked no more', async () => {
  const before = await makeEvent({ onSite: 1, isEmailConfirmed: true })
  const ada = await join(before)
  await db().event.update({ where: { id: before.id }, data: { isApprovalRequired: true } })
  expect(await confirmAddress(keyOf(ada))).toEqual(confirmed('confirmed'))
  const after = await makeEvent({ onSite: 1, isEmailConfirmed: true, isApprovalRequired: true })
  const [bo, cy] = [await join(after), await join(after)]
  await db().event.update({ where: { id: after.id }, data: { isApprovalRequired: false } })
  expect(await confirmAddress(keyOf(bo))).toEqual(confirmed('confirmed'))
  expect(await standingOf(bo)).toMatchObject({ event: 'held' })
  expect(await confirmAddress(keyOf(cy))).toEqual(confirmed('waitlisted'))
  expect(await standingOf(cy)).toMatchObject({ event: 'waiting' })
})

test('once the time is up it is too late, before the sweep and after it', async () => {
  const event = await makeEvent({ isEmailConfirmed: true })
  const ada = await join(event)
  await endTimes(event, new Date(Date.now() - 1))
  expect(await confirmAddress(keyOf(ada))).toEqual(tooLate)
  expect(await standingOf(ada)).toMatchObject({ status: 'unverified' })
  await expireDue()
  expect(await confirmAddress(keyOf(ada))).toEqual(tooLate)
})

test('twice, and six times at once, confirms once', async () => {
  const event = await makeEvent({ isEmailConfirmed: true })
  const ada = await join(event)
  const answers = await Promise.all(Array.from({ length: 6 }, () => confirmAddress(keyOf(ada))))
  expect(answers.filter((answer) => answer.ok && answer.value.isNew)).toHaveLength(1)
  expect(await confirmAddress(keyOf(ada))).toEqual({ ok: true, value: { isNew: false, status: 'confirmed' } })
  expect(await mailKindsTo(ada)).toEqual(['unverified', 'confirmed'])
})

test('of confirming and the clock exactly one wins, in 150 races', { timeout: 120_000 }, async () => {
  const event = await makeEvent({ onSite: 1, isEmailConfirmed: true })
  const winners = { person: 0, clock: 0 }
  // The end moves towards whoever lost last, so that the races stay close on any machine.
  let milliseconds = 5
  for (let race = 0; race < 150; race++) {
    const made = await makeRegistration(event, { status: 'unverified' })
    await endTimes(event, new Date(Date.now() + milliseconds))
    const [answer] = await Promise.all([confirmAddress(keyOf(made)), expireDue()])
    while ((await standingOf(made)).status === 'unverified') await expireDue()
    expect((await standingOf(made)).status).toBe(answer.ok ? 'confirmed' : 'cancelled')
    expect(await mailKindsTo(made)).toEqual([answer.ok ? 'confirmed' : 'expired'])
    winners[answer.ok ? 'person' : 'clock']++
    milliseconds = Math.max(0, milliseconds + (answer.ok ? -2 : 2))
    await db().registration.deleteMany({ where: { eventId: event.id } })
    await db().pool.update({ where: { id: event.onSite.id }, data: { taken: 0 } })
  }
  expect(Math.min(winners.person, winners.clock), JSON.stringify(winners)).toBeGreaterThan(10)
})

async function join(event: { id: string }) {
  const email = `${newId()}@example.org`
  const values = { name: ['Ada'], email: [email], presence: ['on_site'], photo: ['fine'] }
  const read = readForm({ ...values, submissionId: [newId()] })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const offer = await getOfferFor({ eventId: event.id })
  const answer = await register(offer, read.input, { language: 'en', networkAddress: '192.0.2.1' })
  if (!answer.ok) throw new Error(answer.refusal)
  return { id: answer.value.registrationId!, eventId: event.id, status: answer.value.status }
}
