import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { endTimes, historyOf, keyOf, mailKindsTo, standingOf } from '@/prisma/factories/lines'
import { makeHotelEvent, makeSleeper, stayOf, takenNights } from '@/prisma/factories/rooms'
import { db } from '../db/client'
import { acceptOffer } from './accept-offer'
import { cancelMine } from './cancel'
import { declinePlace } from './decline-place'
import { expireDue } from './expire-due'
import { pairRoommates } from './pair-roommates'
import { partFromRoommate } from './part-from-roommate'

useTestDatabase()

const past = () => new Date(Date.now() - 1)

test('when nobody answers for a shared room, it is offered to the other for a time of their own, never given', async () => {
  const { event, ada, bo, cy, offered } = await offerToPair()
  await endTimes(event, past())
  expect(await expireDue()).toBe(1)
  expect(await standingOf(ada)).toEqual({ status: 'confirmed', cancelReason: null, event: 'held' })
  expect(await standingOf(bo)).toMatchObject({ stay: 'offered' })
  expect(await stayOf(cy.id)).toBe('waiting 2')
  expect(await takenNights(event.id)).toEqual([1, 1])
  expect(await mailKindsTo(bo)).toEqual(['room_shared', 'room_parted', 'offered'])
  const theirs = await db().claim.findFirstOrThrow({ where: { registrationId: bo.id, kind: 'stay' } })
  expect(theirs.offeredUntil!.getTime()).toBeGreaterThan(Date.now())
  await endTimes(event, past())
  expect(await expireDue()).toBe(1)
  expect([await standingOf(bo), await standingOf(cy)]).toMatchObject([{ event: 'held' }, { stay: 'offered' }])
  expect(await mailKindsTo(bo)).toEqual(['room_shared', 'room_parted', 'offered', 'offer_expired'])
  expect(await acceptOffer(keyOf(cy), offered)).toEqual({ ok: true, value: { isNew: true } })
})

test.each([
  ['passes it on', (key: Key, offered: Offered) => declinePlace(key, offered)],
  ['cancels', (key: Key) => cancelMine(key)],
])('the host %s, and the guest is asked whether they want it', async (_, leave) => {
  const { event, ada, bo, offered } = await offerToPair()
  await leave(ada.key, offered)
  expect(await standingOf(bo)).toMatchObject({ stay: 'offered' })
  expect(await mailKindsTo(bo)).toEqual(['room_shared', 'room_parted', 'offered'])
  expect(await acceptOffer(bo.key, offered)).toEqual({ ok: true, value: { isNew: true } })
  expect([await stayOf(bo.id), await takenNights(event.id)]).toEqual(['held 2', [1, 1]])
})

test('who parts from an offered room takes it from nobody: they stand at the end of the line', async () => {
  const { event, ada, bo, cy } = await offerToPair()
  expect(await partFromRoommate(ada.key)).toEqual({ ok: true, value: { isNew: true } })
  expect([await standingOf(ada), await standingOf(bo), await standingOf(cy)]).toMatchObject([
    { stay: 'waiting' },
    { stay: 'offered' },
    { stay: 'waiting' },
  ])
  const line = await db().claim.findMany({
    where: { eventId: event.id, state: 'waiting' },
    orderBy: { queuedAt: 'asc' },
  })
  expect(line.map(({ registrationId }) => registrationId)).toEqual([cy.id, ada.id])
})

test('the host takes it, and the guest who sleeps there too is told, once', async () => {
  const { ada, bo, offered } = await offerToPair()
  expect(await acceptOffer(ada.key, offered)).toEqual({ ok: true, value: { isNew: true } })
  expect(await acceptOffer(ada.key, offered)).toEqual({ ok: true, value: { isNew: false } })
  expect([await stayOf(ada.id), await stayOf(bo.id)]).toEqual(['held 2', 'held 0'])
  expect(await mailKindsTo(bo)).toEqual(['room_shared', 'promoted'])
  const mail = await db().outboxMail.findFirstOrThrow({ where: { registrationId: bo.id, kind: 'promoted' } })
  expect(mail.facts).toMatchObject({ registrationId: bo.id, news: [offered] })
  expect((await historyOf(bo)).at(-1)).toEqual({
    act: 'promoted',
    actorKind: 'system',
    facts: { what: ['stay'] },
  })
})

test('the guest leaves, and the offer stays the host’s as it was', async () => {
  const { ada, bo, offered } = await offerToPair()
  const before = await db().claim.findFirstOrThrow({ where: { registrationId: ada.id, kind: 'stay' } })
  await cancelMine(bo.key)
  const after = await db().claim.findFirstOrThrow({ where: { registrationId: ada.id, kind: 'stay' } })
  expect(after).toEqual(before)
  expect((await acceptOffer(ada.key, offered)).ok).toBe(true)
})

type Offered = { kind: 'stay'; subjectId: string }
type Key = Awaited<ReturnType<typeof makeSleeper>>['key']

/** Ada and Bo share the room that has just been offered to Ada; Cy waits behind them. */
async function offerToPair() {
  const event = await makeHotelEvent(1, {}, { waiting: 'offer' })
  const owner = await makeSleeper(event)
  const ada = await makeSleeper(event, { name: 'Ada', roommate: 'Bo', state: 'waiting' })
  const bo = await makeSleeper(event, { name: 'Bo', roommate: 'Ada', state: 'waiting' })
  const cy = await makeSleeper(event, { state: 'waiting' })
  await pairRoommates()
  await cancelMine(owner.key)
  expect([await standingOf(ada), await stayOf(bo.id)]).toMatchObject([{ stay: 'offered' }, 'wished 0'])
  const offered: Offered = { kind: 'stay', subjectId: event.hotels[0]!.roomTypes[0]!.id }
  return { event, ada, bo, cy, offered }
}
