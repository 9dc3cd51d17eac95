import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import type { MadeEvent } from '@/prisma/factories/events'
import { join, ownForm, saveForm } from '@/prisma/factories/own-forms'
import { mailsTo, makeHotelEvent, makeSleeper, nights, stayOf, takenNights } from '@/prisma/factories/rooms'
import { db } from '../db/client'
import { arrangeNights } from '../hotels/arrange-nights'
import { lockPools } from '../places/lock-pools'
import { cancelMine } from './cancel'
import { pairRoommates } from './pair-roommates'
import { releaseRooms } from './release-rooms'

useTestDatabase()

const yesterday = new Date(Date.now() - 2 * 86_400_000)

test('where nobody can wait for a room, who comes too late wishes, and is registered all the same', async () => {
  const event = await makeHotelEvent(1, {}, { waiting: 'off' })
  const [ada, bo] = [await join(event, { nights }), await join(event, { nights })]
  expect([await stayOf(ada.registrationId), await stayOf(bo.registrationId)]).toEqual(['held 2', 'wished 2'])
  expect(await mailsTo(bo.registrationId)).toEqual(['confirmed'])
  await cancelMine(ada)
  expect(await stayOf(bo.registrationId)).toBe('wished 2')
  expect(await takenNights(event.id)).toEqual([0, 0])
})

test('nights of one stay are all there or none: with one of two full, both are only wished', async () => {
  const event = await makeHotelEvent(1, {}, { waiting: 'off' })
  await join(event, { nights: [nights[1]!] })
  const ada = await join(event, { nights })
  expect(await stayOf(ada.registrationId)).toBe('wished 2')
  expect(await takenNights(event.id)).toEqual([0, 1])
})

test('after the release date there is no line: a free room of the hotel is nobody’s to have', async () => {
  const event = await makeHotelEvent(3, { releaseOn: yesterday })
  await releaseRooms()
  const people = await Promise.all(Array.from({ length: 3 }, () => join(event, { nights })))
  expect(await Promise.all(people.map(({ registrationId }) => stayOf(registrationId)))).toEqual(
    Array(3).fill('wished 2'),
  )
  expect(await takenNights(event.id)).toEqual([0, 0])
})

test('a later release date opens the nights again, and who wished can ask anew', async () => {
  const event = await makeHotelEvent(2, { releaseOn: yesterday })
  await releaseRooms()
  const ada = await join(event, { nights: [nights[0]!] })
  await db().hotel.updateMany({ where: { eventId: event.id }, data: { releaseOn: null } })
  await arrange(event, 2, false)
  expect((await saveForm(ada, { ...(await ownForm(ada)), nights })).ok).toBe(true)
  expect(await stayOf(ada.registrationId)).toBe('held 2')
  expect(await takenNights(event.id)).toEqual([1, 1])
})

test('whatever size a file says, after the release date no night admits anybody; the hotel’s number is kept', async () => {
  const event = await makeHotelEvent(2, { releaseOn: yesterday })
  const ada = await makeSleeper(event)
  await arrange(event, 5, true)
  const rows = await db().contingentNight.findMany({ where: { eventId: event.id }, include: { pool: true } })
  expect(rows.map(({ rooms, pool }) => [rooms, pool.size, pool.ceiling, pool.taken])).toEqual([
    [5, 0, 1, 1],
    [5, 0, 1, 1],
  ])
  expect(await stayOf(ada.id)).toBe('held 2')
})

test('what was a wish becomes a room when other nights are free, else a position in line', async () => {
  const event = await makeHotelEvent(1, {}, { waiting: 'off' })
  await join(event, { nights: [nights[0]!] })
  const [ada, bo] = [await join(event, { nights }), await join(event, { nights })]
  await db().event.update({ where: { id: event.id }, data: { waiting: 'auto' } })
  await saveForm(ada, { ...(await ownForm(ada)), nights: [nights[1]!] })
  await saveForm(bo, { ...(await ownForm(bo)), nights: [nights[1]!] })
  expect([await stayOf(ada.registrationId), await stayOf(bo.registrationId)]).toEqual(['held 1', 'waiting 1'])
  expect(await takenNights(event.id)).toEqual([1, 1])
})

test('who says “I don’t know yet” and names nights does know; alone it is kept', async () => {
  const event = await makeHotelEvent(2)
  const [ada, bo] = [
    await join(event, { nights, stay: ['undecided'] }),
    await join(event, { stay: ['undecided'] }),
  ]
  expect(await stayOf(ada.registrationId)).toBe('held 2')
  const rows = await db().registration.findMany({
    where: { eventId: event.id },
    orderBy: { registeredAt: 'asc' },
  })
  expect(rows.map(({ isStayUndecided }) => isStayUndecided)).toEqual([false, true])
  await saveForm(bo, { ...(await ownForm(bo)), stay: [], nights: [nights[0]!] })
  expect(await stayOf(bo.registrationId)).toBe('held 1')
})

test('who shares keeps the room while changing other answers, and parts before changing nights', async () => {
  const event = await makeHotelEvent(1)
  const [one, two] = ['one@example.org', 'two@example.org']
  const ada = await join(event, { nights, email: [one], roommate: [two] })
  const bo = await join(event, { nights, email: [two], roommate: [one] })
  await pairRoommates()
  expect((await saveForm(bo, { ...(await ownForm(bo)), organization: ['Example Works'] })).ok).toBe(true)
  expect(await saveForm(ada, { ...(await ownForm(ada)), nights: [nights[0]!] })).toMatchObject({
    refusal: 'wrong_answers',
    problems: { nights: 'shared_room' },
  })
  expect([await stayOf(ada.registrationId), await stayOf(bo.registrationId)]).toEqual(['held 2', 'held 0'])
})

async function arrange(event: MadeEvent, rooms: number, isOver: boolean) {
  const roomTypeId = event.hotels[0]!.roomTypes[0]!.id
  await db().$transaction(async (tx) => {
    await lockPools(tx, event.id)
    await arrangeNights(
      tx,
      event.id,
      nights.map((night) => ({ roomTypeId, night, rooms, isOver })),
    )
  })
}
