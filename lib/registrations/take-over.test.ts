import { describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { historyOf, mailKindsTo, resizeTo, standingOf } from '@/prisma/factories/lines'
import { join, takenOf } from '@/prisma/factories/own-forms'
import { offerPlace, takePlace } from '@/prisma/factories/transfers'
import { db } from '../db/client'
import { newId } from '../ids'
import { cancelMine } from './cancel'
import { transferPlace } from './transfer-place'
import { withdrawTransfer } from './withdraw-transfer'

useTestDatabase()

const nights = ['2027-04-15']
const hotel = {
  key: 'ibis',
  name: 'ibis',
  roomTypes: [{ key: 'single', name: 'Single', nights: { '2027-04-15': 1 } }],
}
const full = {
  ...{ onSite: 1, isTransferAllowed: true, hotels: [hotel] },
  activities: [{ key: 'walk', size: 1 }],
}
const over = { ok: false, refusal: 'link_over' }

test('a place passed on goes to the one it was meant for, before everybody in line', async () => {
  const event = await makeEvent(full)
  const ada = await join(event, { nights, activities: ['walk'] })
  const line = await join(event, { nights, activities: ['walk'] })
  const { token, email } = await offerPlace(ada)
  expect(await standingOf({ id: ada.registrationId })).toMatchObject({ status: 'confirmed' })
  const answer = await takePlace(event, token, { nights })
  expect(answer).toMatchObject({ ok: true, value: { status: 'confirmed', outcome: 'registered' } })
  const made = await db().registration.findFirstOrThrow({ where: { eventId: event.id, email } })
  expect(await standingOf(made)).toMatchObject({ status: 'confirmed', event: 'held', stay: 'held' })
  expect(await standingOf({ id: ada.registrationId })).toEqual({
    status: 'cancelled',
    cancelReason: 'transferred',
  })
  expect(await standingOf({ id: line.registrationId })).toMatchObject({ status: 'waitlisted' })
  expect(await takenOf(event)).toEqual({ on_site: 1, remote: 0, night: 1, activity: 0 })
  expect(await mailKindsTo({ id: ada.registrationId })).toEqual([
    'confirmed',
    'transfer_offered',
    'cancelled',
  ])
  expect(await mailKindsTo(made)).toEqual(['confirmed'])
  expect((await historyOf({ id: ada.registrationId })).map(({ act }) => act)).toEqual([
    ...['registered', 'transfer_offered', 'cancelled'],
  ])
})

test('what the next one does not want goes to the line', async () => {
  const event = await makeEvent({ ...full, onSite: 2 })
  const ada = await join(event, { nights })
  const line = await join(event, { nights })
  const { token } = await offerPlace(ada)
  await takePlace(event, token, {})
  expect(await standingOf({ id: line.registrationId })).toMatchObject({ stay: 'held' })
})

test('the same submission again is one registration; another one finds the link spent', async () => {
  const event = await makeEvent(full)
  const { token } = await offerPlace(await join(event))
  const submissionId = [newId()]
  const answers = await Promise.all([
    takePlace(event, token, { submissionId }),
    takePlace(event, token, { submissionId }),
  ])
  expect(answers.map(({ ok }) => ok)).toEqual([true, true])
  expect(await takePlace(event, token, {})).toEqual(over)
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(2)
})

describe('nothing happens, and the place stays where it was', () => {
  test('when the link was taken back, replaced, is too old, or of another event', async () => {
    const event = await makeEvent(full)
    const ada = await join(event)
    const first = await offerPlace(ada)
    const second = await offerPlace(ada)
    expect(await takePlace(event, first.token, {})).toEqual(over)
    expect(await takePlace(await makeEvent(full), second.token, {})).toEqual(over)
    expect(await withdrawTransfer(ada)).toEqual({ ok: true, value: { isNew: true } })
    expect(await withdrawTransfer(ada)).toEqual({ ok: true, value: { isNew: false } })
    expect(await takePlace(event, second.token, {})).toEqual(over)
    const third = await offerPlace(ada)
    await db().registrationToken.updateMany({
      where: { email: third.email },
      data: { expiresAt: new Date() },
    })
    expect(await takePlace(event, third.token, {})).toEqual(over)
    expect(await standingOf({ id: ada.registrationId })).toMatchObject({ status: 'confirmed', event: 'held' })
  })

  test('when there is no room for them, an answer is missing, or the next one is registered by now', async () => {
    const event = await makeEvent({ ...full, onSite: 2, remote: 0 })
    const [ada] = [await join(event), await join(event)]
    const { token, email } = await offerPlace(ada)
    expect(await takePlace(event, token, { photo: [] })).toMatchObject({ problems: { photo: 'missing' } })
    const remote = { presence: ['remote'] }
    expect(await takePlace(event, token, remote)).toEqual({ ok: false, refusal: 'no_room_now' })
    await resizeTo(event.onSite.id, 3)
    await join(event, { email: [email] })
    expect(await takePlace(event, token, {})).toEqual({ ok: false, refusal: 'already_registered' })
    expect(await standingOf({ id: ada.registrationId })).toMatchObject({ status: 'confirmed', event: 'held' })
    expect(await db().registrationToken.count({ where: { email, usedAt: null } })).toBe(1)
  })
})

test.each([1, 2, 3])(
  'taking it over and cancelling at once: one of both, and no place too many (%i)',
  async () => {
    const event = await makeEvent(full)
    const ada = await join(event)
    const line = await join(event)
    const { token } = await offerPlace(ada)
    const [taken] = await Promise.all([takePlace(event, token, {}), cancelMine(ada)])
    expect(await takenOf(event)).toMatchObject({ on_site: 1 })
    const first = await standingOf({ id: line.registrationId })
    expect(first.status).toBe(taken.ok ? 'waitlisted' : 'confirmed')
  },
)

test('only from an event that allows it, by somebody who has a place, while answers may change', async () => {
  const [closed, event] = [await makeEvent(), await makeEvent(full)]
  expect(await transferPlace(await join(closed), fresh())).toEqual({ ok: false, refusal: 'not_allowed' })
  const [ada, waiting] = [await join(event), await join(event)]
  expect(await transferPlace(waiting, fresh())).toEqual({ ok: false, refusal: 'not_confirmed' })
  expect(await transferPlace(ada, 'nobody')).toEqual({ ok: false, refusal: 'not_an_address' })
  const { email } = await db().registration.findUniqueOrThrow({ where: { id: ada.registrationId } })
  expect(await transferPlace(ada, email)).toEqual({ ok: false, refusal: 'same_address' })
  await db().event.update({ where: { id: event.id }, data: { freezesAt: new Date(0) } })
  expect(await transferPlace(ada, fresh())).toEqual({ ok: false, refusal: 'frozen' })
})

test('whoever is registered already is told so in their mailbox, without a link; the offerer learns nothing', async () => {
  const event = await makeEvent({ ...full, onSite: 2 })
  const [ada, bo] = [await join(event), await join(event)]
  const { email } = await db().registration.findUniqueOrThrow({ where: { id: bo.registrationId } })
  expect(await transferPlace(ada, email)).toEqual(await transferPlace(ada, fresh()))
  const kinds = await mailKindsTo({ id: ada.registrationId })
  expect(kinds).toEqual(['confirmed', 'transfer_known', 'transfer_offered'])
})

const fresh = () => `${newId()}@example.org`
