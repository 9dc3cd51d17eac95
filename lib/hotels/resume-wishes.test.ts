import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import type { MadeEvent } from '@/prisma/factories/events'
import { mailsTo, makeHotelEvent, makeSleeper, stayOf, takenNights } from '@/prisma/factories/rooms'
import { db } from '../db/client'
import { applyEventFile } from '../event-files/apply-event-file'
import { getStoredEvent } from '../event-files/queries'
import type { EventFile } from '../event-files/schema'
import { cancelMine } from '../registrations/cancel'
import { pairRoommates } from '../registrations/pair-roommates'
import { releaseRooms } from '../registrations/release-rooms'

useTestDatabase()

const day = 86_400_000
const dateIn = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)

test('a later release date takes up every wish again, in the order they were wished', async () => {
  const event = await makeHotelEvent(2)
  const owners = [await makeSleeper(event), await makeSleeper(event)]
  const ada = await makeSleeper(event, { state: 'waiting' })
  const bo = await makeSleeper(event, { state: 'waiting' })
  await db().hotel.updateMany({ where: { eventId: event.id }, data: { releaseOn: new Date(dateIn(-2)) } })
  await releaseRooms()
  await cancelMine(owners[0]!.key)
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['wished 2', 'wished 2'])
  await apply(event, (file) => release(file, dateIn(9)))
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['held 2', 'waiting 2'])
  expect(await takenNights(event.id)).toEqual([2, 2])
  expect([await mailsTo(ada.id), await mailsTo(bo.id)]).toEqual([
    ['room_wished', 'promoted'],
    ['room_wished'],
  ])
  await cancelMine(owners[1]!.key)
  expect(await stayOf(bo.id)).toBe('held 2')
})

test('an event that has a line again takes up what was only wished for, and nobody else’s wish', async () => {
  const event = await makeHotelEvent(1, {}, { waiting: 'off' })
  const owner = await makeSleeper(event)
  const ada = await makeSleeper(event, { name: 'Ada', roommate: 'Bo', state: 'wished' })
  const bo = await makeSleeper(event, { name: 'Bo', roommate: 'Ada', state: 'wished' })
  await pairRoommates()
  const undecided = await makeSleeper(event, { state: 'wished' })
  await db().registration.update({ where: { id: undecided.id }, data: { status: 'pending_approval' } })
  await apply(event, (file) => ({ ...file, summary: 'Still without a line' }))
  expect(await stayOf(ada.id)).toBe('wished 2')
  await apply(event, (file) => ({ ...file, registration: { ...file.registration, waiting: 'auto' } }))
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['waiting 2', 'wished 0'])
  expect(await stayOf(undecided.id)).toBe('wished 2')
  await cancelMine(owner.key)
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['held 2', 'held 0'])
})

test('a date that is over still takes up nothing', async () => {
  const event = await makeHotelEvent(1, { releaseOn: new Date(dateIn(-2)) })
  const ada = await makeSleeper(event, { state: 'wished' })
  await apply(event, (file) => release(file, dateIn(-1)))
  expect(await stayOf(ada.id)).toBe('wished 2')
})

async function apply({ id }: MadeEvent, change: (file: EventFile) => EventFile) {
  const { file } = await getStoredEvent(db(), id)
  const { plan } = await applyEventFile(change(file))
  expect(plan.map(({ kind }) => kind)).not.toContain('refused')
}

const release = (file: EventFile, date: string): EventFile => ({
  ...file,
  hotels: file.hotels.map((hotel) => ({
    ...hotel,
    contingent: hotel.contingent === 'none' ? 'none' : { ...hotel.contingent, release: date },
  })),
})
