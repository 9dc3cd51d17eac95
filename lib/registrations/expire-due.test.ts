import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { endTimes, historyOf, mailKindsTo, resizeTo, standingOf } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { expireDue } from './expire-due'

useTestDatabase()

const past = () => new Date(Date.now() - 1)

test('an address nobody confirmed gives its place to the next in line, and the person hears it', async () => {
  const event = await makeEvent({ onSite: 1 })
  const ada = await makeRegistration(event, { status: 'unverified' })
  const bo = await makeRegistration(event, { status: 'waitlisted' })
  expect(await expireDue()).toBe(0)
  await endTimes(event, past())
  expect(await expireDue()).toBe(1)
  expect(await standingOf(ada)).toEqual({ status: 'cancelled', cancelReason: 'expired' })
  expect(await standingOf(bo)).toMatchObject({ status: 'confirmed', event: 'held' })
  expect([await mailKindsTo(ada), await mailKindsTo(bo)]).toEqual([['expired'], ['promoted']])
  expect(await historyOf(ada)).toEqual([
    { act: 'cancelled', actorKind: 'system', facts: { reason: 'expired' } },
  ])
})

test('an offer of the event’s place goes on to the next, as an offer with a time of its own', async () => {
  const event = await makeEvent({ waiting: 'offer', onSite: 0 })
  const [ada, bo] = [
    await makeRegistration(event, { status: 'waitlisted' }),
    await makeRegistration(event, { status: 'waitlisted' }),
  ]
  await resizeTo(event.onSite.id, 1)
  await endTimes(event, past())
  expect(await expireDue()).toBe(1)
  expect(await standingOf(ada)).toEqual({ status: 'cancelled', cancelReason: 'expired' })
  expect(await standingOf(bo)).toMatchObject({ status: 'waitlisted', event: 'offered' })
  expect(await expireDue()).toBe(0)
  expect([await mailKindsTo(ada), await mailKindsTo(bo)]).toEqual([['offered', 'offer_expired'], ['offered']])
})

test('an offered activity, room or dish is gone with what was told about it; the rest stays', async () => {
  const event = await makeEvent({
    waiting: 'offer',
    activities: [{ key: 'walk', size: 0 }],
    hotels: [
      { key: 'inn', name: 'Inn', roomTypes: [{ key: 'one', name: 'One', nights: { '2027-04-15': 0 } }] },
    ],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili', size: 0 }] }],
  })
  const [walk, room] = [event.activities[0]!, event.hotels[0]!.roomTypes[0]!]
  const dish = event.meals[0]!.options[0]!
  const ada = await makeRegistration(event, {
    activities: [{ id: walk.id, state: 'waiting' }],
    stay: { roomTypeId: room.id, nights: ['2027-04-15'], state: 'waiting' },
  })
  await db().mealChoice.create({
    data: { registrationId: ada.id, eventId: event.id, mealId: event.meals[0]!.id, optionId: dish.id },
  })
  await waitFor(event.id, ada, dish)
  for (const id of [walk.poolId, room.nights[0]!.poolId, dish.poolId]) await resizeTo(id, 1)
  expect(await standingOf(ada)).toMatchObject({ activity: 'offered', stay: 'offered', option: 'offered' })
  await endTimes(event, past())
  expect(await expireDue()).toBe(3)
  expect(await standingOf(ada)).toEqual({ status: 'confirmed', cancelReason: null, event: 'held' })
  expect(await db().stay.count({ where: { eventId: event.id } })).toBe(0)
  expect(await db().mealChoice.count({ where: { eventId: event.id } })).toBe(0)
  const told = await db().outboxMail.findMany({ where: { registrationId: ada.id, kind: 'offer_expired' } })
  expect(told.map(({ facts }) => (facts as { news: { kind: string }[] }).news[0]!.kind).toSorted()).toEqual([
    'activity',
    'option',
    'stay',
  ])
  const pools = await db().pool.findMany({ where: { eventId: event.id, size: 1 } })
  expect(pools.map(({ taken }) => taken)).toEqual([0, 0, 0])
})

test('whoever came for one activity only is not registered any more when its offer ends', async () => {
  const event = await makeEvent({ waiting: 'offer', activities: [{ key: 'walk', size: 0, alone: true }] })
  const { id, poolId } = event.activities[0]!
  const ada = await makeRegistration(event, {
    presence: 'activity_only',
    activities: [{ id, state: 'waiting' }],
  })
  await resizeTo(poolId, 1)
  await endTimes(event, past())
  await expireDue()
  expect(await standingOf(ada)).toEqual({ status: 'cancelled', cancelReason: 'expired' })
  expect(await mailKindsTo(ada)).toEqual(['offered', 'offer_expired'])
})

test('a hundred at once, swept by five processes, end once each and fill the hall from the line', async () => {
  const event = await makeEvent({ onSite: 100 })
  for (let at = 0; at < 100; at++) await makeRegistration(event, { status: 'unverified' })
  const line = []
  for (let at = 0; at < 3; at++) line.push(await makeRegistration(event, { status: 'waitlisted' }))
  await endTimes(event, past())
  const ended = await Promise.all(Array.from({ length: 5 }, expireDue))
  expect(ended.reduce((sum, count) => sum + count, 0)).toBe(100)
  const mails = await db().outboxMail.groupBy({ by: ['kind'], where: { eventId: event.id }, _count: true })
  expect(mails.map(({ kind, _count }) => [kind, _count]).toSorted()).toEqual([
    ['expired', 100],
    ['promoted', 3],
  ])
  expect(await db().pool.findUnique({ where: { id: event.onSite.id } })).toMatchObject({ taken: 3 })
  for (const one of line) expect(await standingOf(one)).toMatchObject({ status: 'confirmed' })
})

test('one event in trouble holds up no other, and is not hidden', async () => {
  const [broken, fine] = [await makeEvent({ onSite: 1 }), await makeEvent({ onSite: 1 })]
  await makeRegistration(broken, { status: 'unverified', language: 'xx' })
  const ada = await makeRegistration(fine, { status: 'unverified' })
  await db().event.update({ where: { id: broken.id }, data: { timezone: 'No/Where' } })
  for (const event of [broken, fine]) await endTimes(event, past())
  await expect(expireDue()).rejects.toThrow()
  expect(await standingOf(ada)).toMatchObject({ status: 'cancelled' })
})

async function waitFor(
  eventId: string,
  { id, registeredAt }: { id: string; registeredAt: Date },
  dish: { id: string; poolId: string },
) {
  const claim = await db().claim.create({
    data: {
      id: dish.id,
      eventId,
      registrationId: id,
      kind: 'option',
      subjectId: dish.id,
      state: 'waiting',
      queuedAt: registeredAt,
    },
  })
  await db().claimPlace.create({ data: { claimId: claim.id, poolId: dish.poolId, eventId } })
}
