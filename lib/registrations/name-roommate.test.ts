import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { actsOn, mailsTo, makeHotelEvent, makeSleeper, stayOf, takenNights } from '@/prisma/factories/rooms'
import { db } from '../db/client'
import { nameRoommate } from './name-roommate'

useTestDatabase()

test('naming somebody answers the same, whether they are registered or not', async () => {
  const event = await makeHotelEvent(2)
  const ada = await makeSleeper(event)
  await makeSleeper(event, { email: 'bo@example.org' })
  const stranger = await nameRoommate(ada.key, { roommate: 'nobody@example.org', seen: null })
  const known = await nameRoommate(ada.key, { roommate: 'bo@example.org', seen: 'nobody@example.org' })
  expect(stranger).toEqual({ ok: true, value: { isNew: true, isPaired: false } })
  expect(known).toEqual(stranger)
  expect(await mailsTo(ada.id)).toEqual([])
})

test('whoever names second makes it a pair, and the room that becomes free is given on at once', async () => {
  const event = await makeHotelEvent(2)
  const ada = await makeSleeper(event, { email: 'ada@example.org', roommate: 'bo2@example.org' })
  const bo = await makeSleeper(event, { email: 'bo2@example.org' })
  const cy = await makeSleeper(event, { state: 'waiting' })
  expect(await nameRoommate(bo.key, { roommate: ' ADA@example.org', seen: null })).toEqual({
    ok: true,
    value: { isNew: true, isPaired: true },
  })
  expect([await stayOf(ada.id), await stayOf(bo.id), await stayOf(cy.id)]).toEqual([
    'held 2',
    'held 0',
    'held 2',
  ])
  expect(await takenNights(event.id)).toEqual([2, 2])
  expect(await mailsTo(ada.id)).toEqual(['room_shared'])
  expect(await actsOn(bo.id)).toEqual(['named_roommate', 'shared_room'])
})

test('both name each other at once, and share once', async () => {
  const event = await makeHotelEvent(2)
  const ada = await makeSleeper(event, { email: 'ada3@example.org' })
  const bo = await makeSleeper(event, { email: 'bo3@example.org' })
  await Promise.all([
    nameRoommate(ada.key, { roommate: 'bo3@example.org', seen: null }),
    nameRoommate(bo.key, { roommate: 'ada3@example.org', seen: null }),
  ])
  expect([await mailsTo(ada.id), await mailsTo(bo.id)]).toEqual([['room_shared'], ['room_shared']])
  expect(await takenNights(event.id)).toEqual([1, 1])
})

test('the same name twice is noted once, and none takes it back', async () => {
  const event = await makeHotelEvent(1)
  const { key, id } = await makeSleeper(event)
  for (const seen of [null, null]) await nameRoommate(key, { roommate: 'Bo', seen })
  expect(await actsOn(id)).toEqual(['named_roommate'])
  await nameRoommate(key, { roommate: null, seen: 'Bo' })
  expect(await db().stay.findFirst({ where: { registrationId: id } })).toMatchObject({ roommate: null })
  expect(await actsOn(id)).toEqual(['named_roommate', 'unnamed_roommate'])
})

test('who was noted meanwhile is not overwritten', async () => {
  const { key } = await makeSleeper(await makeHotelEvent(1), { roommate: 'Cy' })
  expect(await nameRoommate(key, { roommate: 'Bo', seen: null })).toEqual({
    ok: false,
    refusal: 'changed_meanwhile',
  })
})

test('who shares already names nobody else', async () => {
  const event = await makeHotelEvent(2)
  const ada = await makeSleeper(event, { email: 'ada4@example.org' })
  const bo = await makeSleeper(event, { email: 'bo4@example.org', roommate: 'ada4@example.org' })
  await nameRoommate(ada.key, { roommate: 'bo4@example.org', seen: null })
  expect(await nameRoommate(bo.key, { roommate: 'Cy', seen: 'ada4@example.org' })).toEqual({
    ok: false,
    refusal: 'shares_already',
  })
})

test.each([
  ['a room for one', { beds: 1 }, {}, 'no_room_for_two'],
  ['answers that are frozen', { beds: 2 }, { freezesAt: new Date(0) }, 'frozen'],
  ['a cancelled event', { beds: 2 }, { status: 'cancelled' as const }, 'over'],
])('with %s nobody is named', async (_, { beds }, change, refusal) => {
  const event = await makeHotelEvent(1)
  const { key } = await makeSleeper(event)
  await db().roomType.updateMany({ where: { eventId: event.id }, data: { beds } })
  await db().event.update({ where: { id: event.id }, data: change })
  expect(await nameRoommate(key, { roommate: 'Bo', seen: null })).toEqual({ ok: false, refusal })
})
