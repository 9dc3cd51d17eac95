import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import {
  actsOn,
  mailsTo,
  makeHotelEvent,
  makeSleeper,
  nights,
  stayOf,
  takenNights,
} from '@/prisma/factories/rooms'
import { db } from '../db/client'
import { newId } from '../ids'
import { cancelMine } from './cancel'
import { confirmBooking } from './confirm-booking'
import { eraseMe } from './erase-me'
import { pairRoommates } from './pair-roommates'
import { composeRoomMail } from './write-room'

useTestDatabase()

test('two who name each other share one room: the other one goes to the first in line, and all are told', async () => {
  const event = await makeHotelEvent(2)
  const ada = await makeSleeper(event, { name: 'Ada Lovely', roommate: 'bó  EXAMPLE' })
  const bo = await makeSleeper(event, { name: 'Bo Example', roommate: ada.email.toUpperCase() })
  const cy = await makeSleeper(event, { state: 'waiting' })
  expect(await pairRoommates()).toBe(1)
  expect(await stayOf(ada.id)).toBe('held 2')
  expect(await stayOf(bo.id)).toBe('held 0')
  expect(await stayOf(cy.id)).toBe('held 2')
  expect(await takenNights(event.id)).toEqual([2, 2])
  expect([await mailsTo(ada.id), await mailsTo(bo.id), await mailsTo(cy.id)]).toEqual([
    ['room_shared'],
    ['room_shared'],
    ['promoted'],
  ])
  expect([await actsOn(ada.id), await actsOn(bo.id)]).toEqual([['shared_room'], ['shared_room']])
})

test('who is named by somebody with a room needs none: their place in the line is gone, their bed is there', async () => {
  const event = await makeHotelEvent(1)
  const ada = await makeSleeper(event, { name: 'Ada', roommate: 'Bo' })
  const bo = await makeSleeper(event, { name: 'Bo', roommate: 'Ada', state: 'waiting' })
  const cy = await makeSleeper(event, { state: 'waiting' })
  await pairRoommates()
  expect([await stayOf(ada.id), await stayOf(bo.id), await stayOf(cy.id)]).toEqual([
    'held 2',
    'held 0',
    'waiting 2',
  ])
  expect(await takenNights(event.id)).toEqual([1, 1])
  const [line] = await db().$queryRaw<{ ahead: number }[]>`
    SELECT places_ahead(id) AS ahead FROM claim WHERE registration_id = ${cy.id}::uuid AND kind = 'stay'`
  expect(line).toEqual({ ahead: 0 })
})

test('two who both wait stand in line once, and the room that comes is for both', async () => {
  const event = await makeHotelEvent(1)
  const owner = await makeSleeper(event)
  const ada = await makeSleeper(event, { name: 'Ada', roommate: 'Bo', state: 'waiting' })
  const bo = await makeSleeper(event, { name: 'Bo', roommate: 'Ada', state: 'waiting' })
  await pairRoommates()
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['waiting 2', 'wished 0'])
  expect([await toldState(ada.id), await toldState(bo.id)]).toEqual(['waiting', 'waiting'])
  await cancelMine(owner.key)
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['held 2', 'held 0'])
  expect([await mailsTo(ada.id), await mailsTo(bo.id)]).toEqual([
    ['room_shared', 'promoted'],
    ['room_shared', 'promoted'],
  ])
  expect(await takenNights(event.id)).toEqual([1, 1])
})

test('what one of them had booked is booked for both', async () => {
  const event = await makeHotelEvent(2, { mode: 'call_off' })
  const ada = await makeSleeper(event, { name: 'Ada', roommate: 'Bo' })
  const bo = await makeSleeper(event, { name: 'Bo', roommate: 'Ada' })
  await confirmBooking(bo.key)
  await pairRoommates()
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['held 0', 'held 2'])
  expect(await db().stay.count({ where: { eventId: event.id, confirmedAt: { not: null } } })).toBe(2)
})

test('where there is no line, two who share a wish are not told that they wait', async () => {
  const event = await makeHotelEvent(0, {}, { waiting: 'off' })
  const ada = await makeSleeper(event, { name: 'Ada', roommate: 'Bo', state: 'wished' })
  const bo = await makeSleeper(event, { name: 'Bo', roommate: 'Ada', state: 'wished' })
  await pairRoommates()
  expect([await toldState(ada.id), await toldState(bo.id)]).toEqual(['wished', 'wished'])
  const mail = await db().outboxMail.findFirstOrThrow({ where: { registrationId: ada.id } })
  expect(composeRoomMail({ ...mail, language: 'en' }).paragraphs.join(' ')).not.toContain('wait')
})

test('the host cancels, and the room is the guest’s in the same moment, never the line’s', async () => {
  const event = await makeHotelEvent(1)
  const { ada, bo } = await pairIn(event)
  const cy = await makeSleeper(event, { state: 'waiting' })
  await cancelMine(ada.key)
  expect([await stayOf(ada.id), await stayOf(bo.id), await stayOf(cy.id)]).toEqual([
    null,
    'held 2',
    'waiting 2',
  ])
  expect(await takenNights(event.id)).toEqual([1, 1])
  expect(await mailsTo(bo.id)).toEqual(['room_shared', 'room_parted'])
  await cancelMine(bo.key)
  expect(await stayOf(cy.id)).toBe('held 2')
})

test('the guest cancels, and the host keeps the room', async () => {
  const event = await makeHotelEvent(1)
  const { ada, bo } = await pairIn(event)
  await cancelMine(bo.key)
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['held 2', null])
  expect(await mailsTo(ada.id)).toEqual(['room_shared', 'room_parted'])
  expect(await takenNights(event.id)).toEqual([1, 1])
})

test('who is erased is forgotten in the mails of the room-mate, who keeps the room', async () => {
  const event = await makeHotelEvent(1)
  const { ada, bo } = await pairIn(event)
  await db().registration.update({ where: { id: ada.id }, data: { name: 'Zqcanary' } })
  await cancelMine(bo.key)
  const di = await makeSleeper(event, { email: 'di@example.org', roommate: ada.email, state: 'waiting' })
  await db().stay.updateMany({ where: { registrationId: ada.id }, data: { roommate: di.email } })
  await pairRoommates()
  const told = async () =>
    JSON.stringify(await db().outboxMail.findMany({ where: { registrationId: di.id } }))
  expect(await told()).toContain('Zqcanary')
  await eraseMe(ada.key)
  expect(await stayOf(di.id)).toBe('held 2')
  expect(await told()).not.toContain('Zqcanary')
})

test('both cancel at once, and the room goes to the line once', async () => {
  const event = await makeHotelEvent(1)
  const { ada, bo } = await pairIn(event)
  const line = [
    await makeSleeper(event, { state: 'waiting' }),
    await makeSleeper(event, { state: 'waiting' }),
  ]
  await Promise.all([cancelMine(ada.key), cancelMine(bo.key)])
  expect(await Promise.all(line.map(({ id }) => stayOf(id)))).toEqual(['held 2', 'waiting 2'])
  expect(await takenNights(event.id)).toEqual([1, 1])
})

test('five sweeps at once pair once', async () => {
  const event = await makeHotelEvent(3)
  const ada = await makeSleeper(event, { name: 'Ada', roommate: 'Bo' })
  const bo = await makeSleeper(event, { name: 'Bo', roommate: 'Ada' })
  const paired = await Promise.all(Array.from({ length: 5 }, pairRoommates))
  expect(paired.reduce((sum, one) => sum + one, 0)).toBe(1)
  expect([await mailsTo(ada.id), await mailsTo(bo.id)]).toEqual([['room_shared'], ['room_shared']])
  expect(await takenNights(event.id)).toEqual([1, 1])
})

test.each([
  ['only one names the other', [{ name: 'Ada', roommate: 'Bo' }, { name: 'Bo' }]],
  [
    'two people have that name',
    [{ name: 'Ada', roommate: 'Bo' }, { name: 'Bo', roommate: 'Ada' }, { name: 'BÓ' }],
  ],
  [
    'they want other nights',
    [
      { name: 'Ada', roommate: 'Bo' },
      { name: 'Bo', roommate: 'Ada', nights: [nights[0]!] },
    ],
  ],
  [
    'they name themselves',
    [
      { name: 'Ada', roommate: 'Ada' },
      { name: 'Bo', roommate: 'Bo' },
    ],
  ],
])('nobody shares when %s', async (_, sleepers) => {
  const event = await makeHotelEvent(3)
  for (const sleeper of sleepers) await makeSleeper(event, sleeper)
  await pairRoommates()
  expect(await db().roomShare.count({ where: { eventId: event.id } })).toBe(0)
})

test('whoever gives a shared room back without handing it on is stopped by the database itself', async () => {
  const event = await makeHotelEvent(1)
  const { ada } = await pairIn(event)
  const forgetful = db().claim.deleteMany({ where: { registrationId: ada.id, kind: 'stay' } })
  await expect(forgetful).rejects.toThrow('a room is promised that is not there')
  expect(await stayOf(ada.id)).toBe('held 2')
})

/** How the room stands, as the mail about sharing it says. */
async function toldState(registrationId: string) {
  const mail = await db().outboxMail.findFirstOrThrow({ where: { registrationId, kind: 'room_shared' } })
  return (mail.facts as { room: { state: string } }).room.state
}

async function pairIn(event: Awaited<ReturnType<typeof makeHotelEvent>>) {
  const [one, two] = [`${newId()}@example.org`, `${newId()}@example.org`]
  const ada = await makeSleeper(event, { email: one, roommate: two })
  const bo = await makeSleeper(event, { email: two, roommate: `Ada <${one}>`, state: 'waiting' })
  await pairRoommates()
  return { ada, bo }
}
