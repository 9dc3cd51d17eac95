import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import {
  mailsTo,
  makeHotelEvent,
  makeOrganizerKey,
  makeSleeper,
  nights,
  stayOf,
  takenNights,
} from '@/prisma/factories/rooms'
import { db } from '../db/client'
import { cancelMine } from './cancel'
import { giveRoom } from './give-room'
import { pairRoommates } from './pair-roommates'

useTestDatabase()

test('a room beyond the contingent raises each full night by one, is told and remembered, and sinks with its return', async () => {
  const event = await makeHotelEvent(1)
  const holder = await makeSleeper(event, { nights: [nights[0]!] })
  const ada = await makeSleeper(event, { state: 'waiting' })
  const key = await makeOrganizerKey(event)
  expect(await giveRoom(key, ada.id, ' The hotel found one more. ')).toEqual({
    ok: true,
    value: { isNew: true },
  })
  expect(await stayOf(ada.id)).toBe('held 2')
  expect(await nightsOf(event.id)).toEqual([
    { size: 1, ceiling: 2, taken: 2 },
    { size: 1, ceiling: 1, taken: 1 },
  ])
  expect(await mailsTo(ada.id)).toEqual(['promoted'])
  expect(await db().historyEntry.findMany({ where: { subjectId: ada.id } })).toMatchObject([
    {
      act: 'gave_room',
      actorId: key.userId,
      facts: { reason: 'The hotel found one more.', nightsBeyond: 1 },
    },
  ])
  const cy = await makeSleeper(event, { state: 'waiting' })
  await cancelMine(ada.key)
  expect(await nightsOf(event.id)).toEqual([
    { size: 1, ceiling: 1, taken: 1 },
    { size: 1, ceiling: 1, taken: 0 },
  ])
  expect(await stayOf(cy.id)).toBe('waiting 2')
  await cancelMine(holder.key)
  expect(await stayOf(cy.id)).toBe('held 2')
})

test('giving twice, and four times at once, is one room', async () => {
  const event = await makeHotelEvent(0)
  const ada = await makeSleeper(event, { state: 'wished' })
  const key = await makeOrganizerKey(event)
  await Promise.all(Array.from({ length: 4 }, () => giveRoom(key, ada.id, 'one more')))
  expect(await giveRoom(key, ada.id, 'one more')).toEqual({ ok: true, value: { isNew: false } })
  expect(await takenNights(event.id)).toEqual([1, 1])
  expect(await nightsOf(event.id)).toMatchObject([{ ceiling: 1 }, { ceiling: 1 }])
})

test('two organizers give different people a room at once: two more, no fewer, no more', async () => {
  const event = await makeHotelEvent(1)
  await makeSleeper(event)
  const people = [
    await makeSleeper(event, { state: 'waiting' }),
    await makeSleeper(event, { state: 'waiting' }),
  ]
  const key = await makeOrganizerKey(event)
  await Promise.all(people.map(({ id }) => giveRoom(key, id, 'the hotel has more')))
  expect(await nightsOf(event.id)).toEqual(nights.map(() => ({ size: 1, ceiling: 3, taken: 3 })))
})

test('two who wait together get one room for both', async () => {
  const event = await makeHotelEvent(0)
  const ada = await makeSleeper(event, { name: 'Ada', roommate: 'Bo', state: 'waiting' })
  const bo = await makeSleeper(event, { name: 'Bo', roommate: 'Ada', state: 'waiting' })
  await pairRoommates()
  await giveRoom(await makeOrganizerKey(event), bo.id, 'one more')
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['held 2', 'held 0'])
  expect(await takenNights(event.id)).toEqual([1, 1])
  expect((await mailsTo(ada.id)).at(-1)).toBe('promoted')
})

test('nobody gets a room without a reason, a place, a wish, or from another event', async () => {
  const event = await makeHotelEvent(0)
  const key = await makeOrganizerKey(event)
  const ada = await makeSleeper(event, { state: 'waiting' })
  const late = await makeSleeper(event, { state: 'wished' })
  await db().registration.update({ where: { id: late.id }, data: { status: 'waitlisted' } })
  const sleepless = await makeSleeper(event, { state: 'wished' })
  await db().stay.deleteMany({ where: { registrationId: sleepless.id } })
  const elsewhere = await makeSleeper(await makeHotelEvent(0), { state: 'waiting' })
  const refusals = []
  for (const [id, reason] of [
    [ada.id, '  '],
    [late.id, 'why'],
    [sleepless.id, 'why'],
    [elsewhere.id, 'why'],
  ] as const)
    refusals.push(await giveRoom(key, id, reason))
  expect(refusals).toEqual(
    ['reason_missing', 'no_place', 'no_wish', 'unknown_registration'].map((refusal) => ({
      ok: false,
      refusal,
    })),
  )
  expect(await stayOf(elsewhere.id)).toBe('waiting 2')
})

const nightsOf = (eventId: string) =>
  db().pool.findMany({
    where: { eventId, kind: 'night' },
    orderBy: { day: 'asc' },
    select: { size: true, ceiling: true, taken: true },
  })
