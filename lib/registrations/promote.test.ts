import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { lockPools } from '../places/lock-pools'
import { resizePool } from '../places/resize-pool'
import { promoteWaiting } from './promote'

useTestDatabase()

test('whoever gets several things at once is told once, and history says it once', async () => {
  const event = await makeEvent({ onSite: 0, activities: [{ key: 'walk', size: 1 }] })
  const ada = await waiting(event, { activities: [{ id: event.activities[0]!.id }] })
  expect(await raise(event, 1)).toEqual([ada.id])
  expect(await db().claim.findMany({ where: { eventId: event.id }, select: { state: true } })).toEqual([
    { state: 'held' },
    { state: 'held' },
  ])
  const mails = await db().outboxMail.findMany({ where: { eventId: event.id } })
  expect(mails).toMatchObject([{ kind: 'promoted', registrationId: ada.id, toAddress: ada.email }])
  expect(mails[0]!.facts).toMatchObject({
    status: 'confirmed',
    claims: [{ state: 'held' }, { state: 'held' }],
  })
  expect(await db().historyEntry.findMany({ where: { eventId: event.id } })).toMatchObject([
    { act: 'promoted', actorKind: 'system', actorId: null, subjectId: ada.id },
  ])
})

test('twice, and five times at once, promotes once', async () => {
  const event = await makeEvent({ onSite: 0 })
  const [ada] = [await waiting(event), await waiting(event)]
  const promoted = await Promise.all(Array.from({ length: 5 }, () => raise(event, 1)))
  expect([...promoted.flat(), ...(await raise(event, 1))]).toEqual([ada.id])
  expect(await db().outboxMail.count({ where: { eventId: event.id } })).toBe(1)
})

test('an address nobody has confirmed keeps its position and is passed', async () => {
  const event = await makeEvent({ onSite: 0 })
  const unsure = await waiting(event)
  const sure = await waiting(event)
  await db().registration.update({
    where: { id: unsure.id },
    data: { status: 'unverified', unverifiedUntil: new Date(Date.now() + 3_600_000) },
  })
  expect(await raise(event, 1)).toEqual([sure.id])
  expect(await db().claim.findMany({ where: { eventId: event.id, state: 'waiting' } })).toMatchObject([
    { registrationId: unsure.id, queuedAt: unsure.registeredAt },
  ])
})

test('wishes join their line at the time of registering, before those who came later', async () => {
  const event = await makeEvent({ onSite: 1, activities: [{ key: 'walk', size: 0 }] })
  const walk = event.activities[0]!
  const early = await waiting(event, { activities: [{ id: walk.id }] })
  const late = await makeRegistration(event, {
    registeredAt: new Date(Date.now() + 1000),
    activities: [{ id: walk.id, state: 'waiting' }],
  })
  expect(await raise(event, 2)).toEqual([early.id])
  expect(await raise(event, 1, walk.poolId)).toEqual([early.id])
  expect(await raise(event, 2, walk.poolId)).toEqual([late.id])
})

test.each([
  ['keeps no line', { waiting: 'off' as const }],
  ['is cancelled', { status: 'cancelled' as const }],
  ['has begun', { startsAt: new Date(Date.now() - 1000) }],
])('an event that %s gives nothing away', async (_, change) => {
  const event = await makeEvent({ onSite: 0 })
  await waiting(event)
  await db().event.update({ where: { id: event.id }, data: change })
  expect(await raise(event, 5)).toEqual([])
  expect(await db().pool.findUnique({ where: { id: event.onSite.id } })).toMatchObject({ taken: 0 })
})

test('the mail says what the event has become in the same step', async () => {
  const event = await makeEvent({ onSite: 0 })
  await waiting(event)
  await db().$transaction(async (tx) => {
    await tx.event.update({ where: { id: event.id }, data: { title: 'Moved Hackathon' } })
    await lockPools(tx, event.id)
    await resizePool(tx, event.onSite.id, 1)
    await promoteWaiting(tx, event.id)
  })
  const mail = await db().outboxMail.findFirstOrThrow({ where: { eventId: event.id } })
  expect(mail.facts).toMatchObject({ event: { title: 'Moved Hackathon' } })
})

type Overrides = Parameters<typeof makeRegistration>[1]
const waiting = (event: MadeEvent, overrides: Overrides = {}) =>
  makeRegistration(event, { status: 'waitlisted', ...overrides })

async function raise(event: MadeEvent, size: number, poolId = event.onSite.id): Promise<string[]> {
  return await db().$transaction(async (tx) => {
    await lockPools(tx, event.id)
    await resizePool(tx, poolId, size)
    return await promoteWaiting(tx, event.id)
  })
}
