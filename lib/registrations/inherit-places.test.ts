import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { resizeTo, standingOf } from '@/prisma/factories/lines'
import { join } from '@/prisma/factories/own-forms'
import { makeHotelEvent, makeSleeper, nights, stayOf, takenNights } from '@/prisma/factories/rooms'
import { offerPlace, takePlace } from '@/prisma/factories/transfers'
import { isActivityOpen } from '../activities/rules'
import { db } from '../db/client'
import type { AttendeeKey } from '../keys'
import { cancelMine } from './cancel'
import { openToSuccessor } from './own-form'
import { pairRoommates } from './pair-roommates'
import { getOfferFor } from './queries'
import { releaseRooms } from './release-rooms'

useTestDatabase()

const open = { isTransferAllowed: true }
const released = { releaseOn: new Date('2020-01-01') }
const sofa = { key: 'sofa', size: 2 }

test('a place beyond a lowered size is passed on all the same, and is gone once it is given back', async () => {
  const event = await makeEvent({ ...open, onSite: 3, activities: [sofa] })
  const [ada] = [await join(event, { activities: ['sofa'] }), await join(event, { activities: ['sofa'] })]
  await join(event)
  const { token, email } = await offerPlace(ada)
  await resizeTo(event.onSite.id, 1)
  await resizeTo(event.activities[0]!.poolId, 0)
  const answer = await takePlace(event, token, { activities: ['sofa'] })
  expect(answer).toMatchObject({
    ok: true,
    value: { status: 'confirmed', claims: [{ kind: 'event', state: 'held' }, { state: 'held' }] },
  })
  const made = await db().registration.findFirstOrThrow({ where: { eventId: event.id, email } })
  expect(await standingOf(made)).toMatchObject({ status: 'confirmed', event: 'held', activity: 'held' })
  expect(await poolsOf(event)).toEqual([
    ['on_site', 1, 3, 3],
    ['remote', null, 0, null],
    ['activity', 0, 2, 2],
  ])
  await cancelMine({ eventId: event.id, registrationId: made.id } as AttendeeKey)
  expect(await poolsOf(event)).toEqual([
    ['on_site', 1, 2, 2],
    ['remote', null, 0, null],
    ['activity', 0, 1, 1],
  ])
})

test('a room is passed on after the hotel has taken back the others; nights nobody has are only wished', async () => {
  const event = await makeHotelEvent(2, released, open)
  const [ada, bo] = [await makeSleeper(event), await makeSleeper(event, { nights: [nights[0]!] })]
  expect(await releaseRooms()).toBe(1)
  const [first, second] = [await offerPlace(ada.key), await offerPlace(bo.key)]
  expect(await takePlace(event, first.token, { nights: [nights[1]!] })).toMatchObject({ ok: true })
  expect(await stayAt(first.email)).toBe('held 1')
  expect(await takenNights(event.id)).toEqual([1, 1])
  expect(await takePlace(event, second.token, { nights })).toMatchObject({ ok: true })
  expect(await stayAt(second.email)).toBe('wished 2')
  expect(await takenNights(event.id)).toEqual([0, 1])
})

test('the same room for the same nights is as booked as it was', async () => {
  const event = await makeHotelEvent(2, { mode: 'call_off' }, open)
  const [ada, bo] = [await makeSleeper(event), await makeSleeper(event)]
  await db().stay.updateMany({ where: { eventId: event.id }, data: { confirmedAt: new Date() } })
  const [first, second] = [await offerPlace(ada.key), await offerPlace(bo.key)]
  await takePlace(event, first.token, { nights })
  await takePlace(event, second.token, { nights: [nights[0]!] })
  await db().hotel.updateMany({ where: { eventId: event.id }, data: released })
  expect(await releaseRooms()).toBe(1)
  expect([await stayAt(first.email), await stayAt(second.email)]).toEqual(['held 2', null])
})

test('whoever shares a room leaves it to the other: it is not theirs to pass on', async () => {
  const event = await makeHotelEvent(1, {}, open)
  const ada = await makeSleeper(event, { name: 'Ada', roommate: 'Bo' })
  const bo = await makeSleeper(event, { name: 'Bo', roommate: 'Ada', state: 'waiting' })
  expect(await pairRoommates()).toBe(1)
  const { token, email } = await offerPlace(ada.key)
  expect(await takePlace(event, token, { nights })).toMatchObject({ ok: true })
  expect([await stayOf(bo.id), await stayAt(email)]).toEqual(['held 2', 'waiting 2'])
  expect(await takenNights(event.id)).toEqual([1, 1])
})

test('a room that was only offered to them is not theirs to pass on: the next in line is asked', async () => {
  const event = await makeHotelEvent(1, {}, { ...open, waiting: 'offer' })
  const owner = await makeSleeper(event)
  const [ada, bo] = [
    await makeSleeper(event, { state: 'waiting' }),
    await makeSleeper(event, { state: 'waiting' }),
  ]
  await cancelMine(owner.key)
  expect(await standingOf(ada)).toMatchObject({ stay: 'offered' })
  const { token, email } = await offerPlace(ada.key)
  const offer = await getOfferFor({ eventId: event.id })
  expect((await openToSuccessor(offer, ada.id)).event.pools.byId).toEqual(offer.event.pools.byId)
  expect(await takePlace(event, token, { nights })).toMatchObject({ ok: true })
  expect([await stayAt(email), await standingOf(bo)]).toMatchObject(['waiting 2', { stay: 'offered' }])
  expect(await takenNights(event.id)).toEqual([1, 1])
})

test('an activity is passed on though signing up for it is over; others cannot be added then', async () => {
  const activities = [sofa, { ...sofa, key: 'walk' }]
  const event = await makeEvent({ ...open, activities })
  const ada = await join(event, { activities: ['sofa'] })
  await db().activity.updateMany({ where: { eventId: event.id }, data: { closesAt: new Date(0) } })
  const { token, email } = await offerPlace(ada)
  const offer = await openToSuccessor(await getOfferFor({ eventId: event.id }), ada.registrationId)
  const isShown = (one: (typeof offer.activities)[number]) => isActivityOpen(one, new Date())
  expect(offer.activities.filter(isShown).map(({ key }) => key)).toEqual(['sofa'])
  expect(await takePlace(event, token, { activities: ['sofa', 'walk'] })).toMatchObject({
    problems: { activities: 'activity_closed' },
  })
  expect(await takePlace(event, token, { activities: ['sofa'] })).toMatchObject({ ok: true })
  const made = await db().registration.findFirstOrThrow({ where: { eventId: event.id, email } })
  expect(await standingOf(made)).toMatchObject({ activity: 'held' })
})

test('the form shows as free what is passed on', async () => {
  const event = await makeEvent({ ...open, activities: [sofa] })
  const [ada] = [await join(event, { activities: ['sofa'] }), await join(event, { activities: ['sofa'] })]
  await resizeTo(event.activities[0]!.poolId, 0)
  const offer = await getOfferFor({ eventId: event.id })
  const { poolId } = event.activities[0]!
  const shown = (await openToSuccessor(offer, ada.registrationId)).event.pools.byId[poolId]!
  expect(shown.size! - shown.taken).toBe(1)
})

async function stayAt(email: string) {
  const { id } = await db().registration.findFirstOrThrow({ where: { email } })
  return await stayOf(id)
}

/** Each kind with its size, what is taken, and its ceiling. */
async function poolsOf({ id: eventId }: { id: string }) {
  const pools = await db().pool.findMany({ where: { eventId }, orderBy: { kind: 'asc' } })
  return pools.map(({ kind, size, taken, ceiling }) => [kind, size, taken, ceiling])
}
