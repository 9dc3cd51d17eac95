import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { historyOf, keyOf, mailKindsTo, resizeTo, standingOf } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { declinePlace } from './decline-place'

useTestDatabase()

const done = (hasEnded: boolean, was = 'held') => ({ ok: true, value: { isNew: true, hasEnded, was } })
const nothing = { ok: true, value: { isNew: false, hasEnded: false, was: null } }
const hotel = {
  key: 'inn',
  name: 'Inn',
  roomTypes: [{ key: 'single', name: 'Single', nights: { '2027-04-15': 1 } }],
}

test('who gives back one thing keeps the rest, and the next in line has it in the same step', async () => {
  const meals = [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili', size: 1 }] }]
  const event = await makeEvent({ activities: [{ key: 'walk', size: 1 }], hotels: [hotel], meals })
  const walk = { kind: 'activity', subjectId: event.activities[0]!.id } as const
  const stay = { kind: 'stay', subjectId: event.hotels[0]!.roomTypes[0]!.id } as const
  const option = { kind: 'option', subjectId: event.meals[0]!.options[0]!.id } as const
  const nights = ['2027-04-15']
  const ada = await makeRegistration(event, {
    activities: [{ id: walk.subjectId }],
    stay: { roomTypeId: stay.subjectId, nights },
    mealChoices: [{ mealId: event.meals[0]!.id, optionId: option.subjectId }],
  })
  const bo = await makeRegistration(event, {
    activities: [{ id: walk.subjectId, state: 'waiting' }],
    stay: { roomTypeId: stay.subjectId, nights, state: 'waiting' },
  })
  for (const given of [walk, stay, option]) expect(await declinePlace(keyOf(ada), given)).toEqual(done(false))
  expect(await standingOf(ada)).toEqual({ status: 'confirmed', cancelReason: null, event: 'held' })
  expect(await standingOf(bo)).toMatchObject({ activity: 'held', stay: 'held' })
  expect(await mailKindsTo(bo)).toEqual(['promoted', 'promoted'])
  expect(await mailKindsTo(ada)).toEqual([])
  expect(await db().stay.findMany({ where: { eventId: event.id } })).toMatchObject([
    { registrationId: bo.id },
  ])
  expect(await db().mealChoice.count({ where: { eventId: event.id } })).toBe(0)
  const gaveBack = (what: string) => ({ act: 'gave_back', actorKind: 'attendee', facts: { what } })
  expect(await historyOf(ada)).toEqual(['activity', 'stay', 'option'].map(gaveBack))
})

test('leaving a line moves up those behind, and giving back the event’s place ends it all', async () => {
  const event = await makeEvent({ onSite: 1 })
  const [ada, bo, cy] = [
    await makeRegistration(event),
    await makeRegistration(event, { status: 'waitlisted' }),
    await makeRegistration(event, { status: 'waitlisted' }),
  ]
  const place = { kind: 'event', subjectId: event.id } as const
  expect(await declinePlace(keyOf(bo), place)).toEqual(done(true, 'waiting'))
  expect(await standingOf(bo)).toEqual({ status: 'cancelled', cancelReason: 'declined' })
  expect(await declinePlace(keyOf(ada), place)).toEqual(done(true))
  expect(await standingOf(cy)).toMatchObject({ status: 'confirmed', event: 'held' })
  expect([await mailKindsTo(ada), await mailKindsTo(cy)]).toEqual([['cancelled'], ['promoted']])
})

test('who leaves one line, or drops a mere wish, is told that it was no place', async () => {
  const event = await makeEvent({ activities: [{ key: 'walk', size: 0 }], hotels: [hotel] })
  const walk = { kind: 'activity', subjectId: event.activities[0]!.id } as const
  const stay = { kind: 'stay', subjectId: event.hotels[0]!.roomTypes[0]!.id } as const
  const ada = await makeRegistration(event, {
    activities: [{ id: walk.subjectId, state: 'waiting' }],
    stay: { roomTypeId: stay.subjectId, nights: ['2027-04-15'], state: 'wished' },
  })
  expect(await declinePlace(keyOf(ada), walk)).toEqual(done(false, 'waiting'))
  expect(await declinePlace(keyOf(ada), stay)).toEqual(done(false, 'wished'))
})

test('an offer passed on goes to the next in line, who hears until when', async () => {
  const event = await makeEvent({ waiting: 'offer', onSite: 0 })
  const [ada, bo] = [
    await makeRegistration(event, { status: 'waitlisted' }),
    await makeRegistration(event, { status: 'waitlisted' }),
  ]
  await resizeTo(event.onSite.id, 1)
  await declinePlace(keyOf(ada), { kind: 'event', subjectId: event.id })
  expect(await standingOf(bo)).toMatchObject({ status: 'waitlisted', event: 'offered' })
  expect([await mailKindsTo(ada), await mailKindsTo(bo)]).toEqual([['offered', 'cancelled'], ['offered']])
})

test('whoever came for one activity only is not registered any more without it', async () => {
  const event = await makeEvent({
    activities: [
      { key: 'walk', alone: true },
      { key: 'tour', alone: true },
    ],
  })
  const [walk, tour] = event.activities.map(({ id }) => ({ kind: 'activity', subjectId: id }) as const)
  const activities = event.activities.map(({ id }) => ({ id }))
  const ada = await makeRegistration(event, { presence: 'activity_only', activities })
  expect(await declinePlace(keyOf(ada), walk!)).toEqual(done(false))
  expect(await declinePlace(keyOf(ada), tour!)).toEqual(done(true))
  expect(await standingOf(ada)).toEqual({ status: 'cancelled', cancelReason: 'declined' })
  expect(await mailKindsTo(ada)).toEqual(['cancelled'])
})

test('twice, and eight times at once, gives one place to one person', async () => {
  const event = await makeEvent({ activities: [{ key: 'walk', size: 1 }] })
  const { id, poolId } = event.activities[0]!
  const walk = { kind: 'activity', subjectId: id } as const
  const ada = await makeRegistration(event, { activities: [{ id }] })
  const line = [1, 2].map(() => makeRegistration(event, { activities: [{ id, state: 'waiting' }] }))
  const [bo, cy] = [await line[0]!, await line[1]!]
  await Promise.all(Array.from({ length: 8 }, () => declinePlace(keyOf(ada), walk)))
  expect(await declinePlace(keyOf(ada), walk)).toEqual(nothing)
  const held = [await standingOf(bo), await standingOf(cy)].filter(({ activity }) => activity === 'held')
  expect(held).toHaveLength(1)
  expect(await db().pool.findUnique({ where: { id: poolId } })).toMatchObject({ taken: 1 })
  expect(await historyOf(ada)).toHaveLength(1)
})

test('what is over, or somebody else’s, stays as it was', async () => {
  const event = await makeEvent({ activities: [{ key: 'walk' }] })
  const walk = { kind: 'activity', subjectId: event.activities[0]!.id } as const
  const ada = await makeRegistration(event, { activities: [{ id: walk.subjectId }] })
  const bo = await makeRegistration(event)
  expect(await declinePlace(keyOf(bo), walk)).toEqual(nothing)
  const past = { startsAt: new Date(0), endsAt: new Date(Date.now() - 1) }
  await db().event.update({ where: { id: event.id }, data: past })
  expect(await declinePlace(keyOf(ada), walk)).toEqual({ ok: false, refusal: 'event_over' })
  expect(await standingOf(ada)).toMatchObject({ activity: 'held' })
})
