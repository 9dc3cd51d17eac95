import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { untilWaiting } from '@/e2e/support/until-waiting'
import {
  actsOn,
  mailsTo,
  makeHotelEvent,
  makeOrganizerKey,
  makeSleeper,
  stayOf,
  takenNights,
} from '@/prisma/factories/rooms'
import { listAttendees } from '../attendees/list-attendees'
import { attendeeFilter } from '../attendees/schema'
import { db } from '../db/client'
import { lockPools } from '../places/lock-pools'
import { cancelMine } from './cancel'
import { confirmBooking, confirmStay } from './confirm-booking'
import { giveRoom } from './give-room'
import { pairRoommates } from './pair-roommates'
import { releaseRooms } from './release-rooms'
import { releaseStay } from './release-stay'

useTestDatabase()

const day = 86_400_000
const yesterday = new Date(Date.now() - 2 * day)
const callOff = { mode: 'call_off', keyword: 'HACK', releaseOn: new Date(Date.now() + 9 * day) } as const

test('after the release date what nobody booked goes back, with a mail; what was booked stays', async () => {
  const event = await makeHotelEvent(2, callOff)
  const [booked, late] = [await makeSleeper(event), await makeSleeper(event)]
  const cy = await makeSleeper(event, { state: 'waiting' })
  await confirmBooking(booked.key)
  expect(await releaseRooms()).toBe(0)
  await release(event.id)
  expect(await releaseRooms()).toBe(1)
  expect([await stayOf(booked.id), await stayOf(late.id), await stayOf(cy.id)]).toEqual([
    'held 2',
    null,
    'wished 2',
  ])
  expect([await mailsTo(booked.id), await mailsTo(late.id), await mailsTo(cy.id)]).toEqual([
    [],
    ['room_released'],
    ['room_wished'],
  ])
  expect(await db().stay.findFirst({ where: { registrationId: late.id } })).toMatchObject({
    releasedAt: expect.any(Date),
  })
  expect(await takenNights(event.id)).toEqual([1, 1])
  expect(await releaseRooms()).toBe(0)
})

test('one booking is enough for two, and none takes the room from both', async () => {
  const event = await makeHotelEvent(4, callOff)
  const pairs = []
  for (const [one, two] of [
    ['Ada', 'Bo'],
    ['Cy', 'Di'],
  ] as const)
    pairs.push([
      await makeSleeper(event, { name: one, roommate: two }),
      await makeSleeper(event, { name: two, roommate: one, state: 'waiting' }),
    ] as const)
  await pairRoommates()
  const [[ada, bo], [cy, di]] = pairs as [(typeof pairs)[number], (typeof pairs)[number]]
  await confirmBooking(bo.key)
  expect([await actsOn(ada.id), await actsOn(bo.id)]).toEqual([
    ['shared_room', 'stay_confirmed'],
    ['shared_room', 'stay_confirmed'],
  ])
  const rooms = await listAttendees(
    await makeOrganizerKey(event),
    attendeeFilter.parse({ room: 'confirmed' }),
  )
  expect(rooms.rows.map(({ name, room }) => [name, room?.state]).toSorted()).toEqual([
    ['Ada', 'confirmed'],
    ['Bo', 'confirmed'],
  ])
  await release(event.id)
  await releaseRooms()
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['held 2', 'held 0'])
  expect([await stayOf(cy.id), await stayOf(di.id)]).toEqual([null, null])
  expect([(await mailsTo(cy.id)).at(-1), (await mailsTo(di.id)).at(-1)]).toEqual([
    'room_released',
    'room_released',
  ])
  expect(await takenNights(event.id)).toEqual([1, 1])
})

test('where the organizers pay, rooms stay; what becomes free then is nobody’s any more', async () => {
  const event = await makeHotelEvent(1, { releaseOn: yesterday })
  const ada = await makeSleeper(event)
  const bo = await makeSleeper(event, { state: 'waiting' })
  await releaseRooms()
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['held 2', 'wished 2'])
  await cancelMine(ada.key)
  expect(await stayOf(bo.id)).toBe('wished 2')
  expect(await takenNights(event.id)).toEqual([0, 0])
  expect(await db().contingentNight.findMany({ where: { eventId: event.id } })).toMatchObject([
    { rooms: 1 },
    { rooms: 1 },
  ])
  await giveRoom(await makeOrganizerKey(event), bo.id, 'the hotel had one left')
  expect(await stayOf(bo.id)).toBe('held 2')
})

test('five sweeps at once tell everybody once; who books at that moment has the room or is told that it is gone', async () => {
  const event = await makeHotelEvent(1, callOff)
  const ada = await makeSleeper(event)
  await release(event.id)
  const [answer] = await Promise.all([confirmBooking(ada.key), ...Array.from({ length: 5 }, releaseRooms)])
  expect([await stayOf(ada.id), await mailsTo(ada.id)]).toEqual(
    answer.ok ? ['held 2', []] : [null, ['room_released']],
  )
})

test('until the end of the release date, in the event’s own zone, nothing happens', async () => {
  const event = await makeHotelEvent(1, callOff, { timezone: 'Pacific/Pago_Pago' })
  const ada = await makeSleeper(event)
  const today = new Date(new Date(Date.now() - 11 * 3_600_000).toISOString().slice(0, 10))
  await db().hotel.updateMany({ where: { eventId: event.id }, data: { releaseOn: today } })
  expect(await releaseRooms()).toBe(0)
  expect(await stayOf(ada.id)).toBe('held 2')
})

test('a hotel that gave its rooms for longer while the sweep waited takes nothing back', async () => {
  const event = await makeHotelEvent(1, callOff)
  const ada = await makeSleeper(event)
  await release(event.id)
  const sweep = await db().$transaction(async (tx) => {
    await lockPools(tx, event.id)
    const under = { way: releaseRooms() }
    await untilWaiting(1)
    await tx.hotel.updateMany({ where: { eventId: event.id }, data: { releaseOn: callOff.releaseOn } })
    return under
  })
  expect(await sweep.way).toBe(0)
  expect([await stayOf(ada.id), await mailsTo(ada.id)]).toEqual(['held 2', []])
  expect(
    (await db().contingentNight.findMany({ where: { eventId: event.id }, include: { pool: true } })).map(
      ({ pool }) => pool.size,
    ),
  ).toEqual([1, 1])
})

test('an organizer knows of a booking, or gives a room back: the room-mate keeps it', async () => {
  const event = await makeHotelEvent(1, callOff)
  const ada = await makeSleeper(event, { name: 'Ada', roommate: 'Bo' })
  const bo = await makeSleeper(event, { name: 'Bo', roommate: 'Ada', state: 'waiting' })
  await pairRoommates()
  const key = await makeOrganizerKey(event)
  expect(await confirmStay(key, ada.id)).toEqual({ ok: true, value: { isNew: true } })
  expect(await confirmStay(key, ada.id)).toEqual({ ok: true, value: { isNew: false } })
  await Promise.all([releaseStay(key, ada.id), releaseStay(key, ada.id)])
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual([null, 'held 2'])
  expect(await db().stay.findFirst({ where: { registrationId: bo.id } })).toMatchObject({
    confirmedAt: expect.any(Date),
  })
  expect([(await mailsTo(ada.id)).slice(1), (await mailsTo(bo.id)).slice(1)]).toEqual([
    ['room_released'],
    ['room_parted'],
  ])
  expect((await actsOn(ada.id)).slice(1)).toEqual(['stay_confirmed', 'parted_room', 'stay_released'])
  const other = await makeOrganizerKey(await makeHotelEvent(0))
  for (const verb of [confirmStay, releaseStay])
    expect(await verb(other, bo.id)).toEqual({ ok: false, refusal: 'unknown_registration' })
})

test('only who has a room that people book themselves says that they booked', async () => {
  const onAccount = await makeSleeper(await makeHotelEvent(1))
  const waiting = await makeSleeper(await makeHotelEvent(0, callOff), { state: 'waiting' })
  for (const { key } of [onAccount, waiting])
    expect(await confirmBooking(key)).toEqual({ ok: false, refusal: 'no_room' })
})

const release = (eventId: string) =>
  db().hotel.updateMany({ where: { eventId }, data: { releaseOn: yesterday } })
