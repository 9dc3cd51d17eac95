import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { actsOn, mailsTo, makeHotelEvent, makeSleeper, stayOf, takenNights } from '@/prisma/factories/rooms'
import { db } from '../db/client'
import { pairRoommates } from './pair-roommates'
import { partFromRoommate } from './part-from-roommate'

useTestDatabase()

test('who parts leaves the room to the other, and gets one of their own where one is free', async () => {
  const { ada, bo, event } = await pair(2)
  expect(await takenNights(event.id)).toEqual([1, 1])
  expect(await partFromRoommate(ada.key)).toEqual({ ok: true, value: { isNew: true } })
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['held 2', 'held 2'])
  expect(await takenNights(event.id)).toEqual([2, 2])
  expect(await mailsTo(bo.id)).toEqual(['room_shared', 'room_parted'])
  expect([(await actsOn(ada.id)).at(-1), (await actsOn(bo.id)).at(-1)]).toEqual([
    'parted_room',
    'parted_room',
  ])
})

test('nobody loses a bed by what the other does: without a free room, who parts stands at the end of the line', async () => {
  const { ada, bo, event } = await pair(1)
  const cy = await makeSleeper(event, { state: 'waiting' })
  await partFromRoommate(ada.key)
  expect([await stayOf(ada.id), await stayOf(bo.id), await stayOf(cy.id)]).toEqual([
    'waiting 2',
    'held 2',
    'waiting 2',
  ])
  const claims = await db().claim.findMany({
    where: { eventId: event.id, state: 'waiting' },
    orderBy: { queuedAt: 'asc' },
  })
  expect(claims.map(({ registrationId }) => registrationId)).toEqual([cy.id, ada.id])
  expect(await takenNights(event.id)).toEqual([1, 1])
})

test('where there is no line, who parts only wishes', async () => {
  const { bo, event } = await pair(1)
  await db().event.update({ where: { id: event.id }, data: { waiting: 'off' } })
  await partFromRoommate(bo.key)
  expect(await stayOf(bo.id)).toBe('wished 2')
})

test('parted stays parted: nobody is put together again by what they once wrote', async () => {
  const { ada, bo, event } = await pair(2)
  await partFromRoommate(bo.key)
  await pairRoommates()
  expect(await db().roomShare.count({ where: { eventId: event.id } })).toBe(0)
  expect(await db().stay.findFirst({ where: { registrationId: ada.id } })).toMatchObject({ roommate: 'Bo' })
})

test('both part at once, and again: one room each, one mail', async () => {
  const { ada, bo, event } = await pair(2)
  await Promise.all([partFromRoommate(ada.key), partFromRoommate(bo.key)])
  expect(await partFromRoommate(ada.key)).toEqual({ ok: true, value: { isNew: false } })
  expect(await takenNights(event.id)).toEqual([2, 2])
  const told = [...(await mailsTo(ada.id)), ...(await mailsTo(bo.id))].filter(
    (kind) => kind === 'room_parted',
  )
  expect(told).toHaveLength(1)
})

test('from the freeze date on they stay together', async () => {
  const { ada, event } = await pair(1)
  await db().event.update({ where: { id: event.id }, data: { freezesAt: new Date(0) } })
  expect(await partFromRoommate(ada.key)).toEqual({ ok: false, refusal: 'frozen' })
})

async function pair(rooms: number) {
  const event = await makeHotelEvent(rooms)
  const ada = await makeSleeper(event, { name: 'Ada', roommate: 'Bo' })
  const bo = await makeSleeper(event, { name: 'Bo', roommate: 'Ada', state: 'waiting' })
  await pairRoommates()
  return { event, ada, bo }
}
