import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { endTimes, historyOf, keyOf, mailKindsTo, resizeTo, standingOf } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { acceptOffer } from './accept-offer'
import { expireDue } from './expire-due'

useTestDatabase()

const hour = 3_600_000

test('who takes the offered place is in, and every other wish takes what is free or joins its line', async () => {
  const event = await makeEvent({
    waiting: 'offer',
    onSite: 0,
    activities: [
      { key: 'walk', size: 1 },
      { key: 'tour', size: 0 },
    ],
  })
  const [walk, tour] = [event.activities[0]!, event.activities[1]!]
  const ada = await waiting(event, { activities: [{ id: walk.id }, { id: tour.id }] })
  expect(await resizeTo(event.onSite.id, 1)).toEqual([ada.id])
  expect(await standingOf(ada)).toMatchObject({ status: 'waitlisted', event: 'offered', activity: 'wished' })
  expect(await acceptOffer(keyOf(ada), place(event))).toEqual({ ok: true, value: { isNew: true } })
  expect(await standingOf(ada)).toMatchObject({ status: 'confirmed', event: 'held' })
  const activities = await db().claim.findMany({
    where: { registrationId: ada.id, kind: 'activity' },
    orderBy: { state: 'asc' },
    select: { subjectId: true, state: true, queuedAt: true },
  })
  expect(activities).toEqual([
    { subjectId: tour.id, state: 'waiting', queuedAt: ada.registeredAt },
    { subjectId: walk.id, state: 'held', queuedAt: ada.registeredAt },
  ])
  expect(await mailKindsTo(ada)).toEqual(['offered', 'confirmed'])
  expect(await historyOf(ada)).toEqual([
    { act: 'offered', actorKind: 'system', facts: { what: ['event'] } },
    { act: 'accepted_offer', actorKind: 'attendee', facts: { what: 'event' } },
  ])
})

test('an offered activity is taken alone, and the mail says which', async () => {
  const event = await makeEvent({ waiting: 'offer', activities: [{ key: 'walk', size: 0 }] })
  const walk = event.activities[0]!
  const ada = await makeRegistration(event, { activities: [{ id: walk.id, state: 'waiting' }] })
  await resizeTo(walk.poolId, 1)
  const offered = { kind: 'activity', subjectId: walk.id } as const
  expect(await acceptOffer(keyOf(ada), offered)).toEqual({ ok: true, value: { isNew: true } })
  expect(await standingOf(ada)).toEqual({
    status: 'confirmed',
    cancelReason: null,
    event: 'held',
    activity: 'held',
  })
  const mails = await db().outboxMail.findMany({ where: { registrationId: ada.id }, orderBy: { id: 'asc' } })
  expect(mails.map(({ kind, facts }) => [kind, (facts as { news: unknown }).news])).toEqual([
    ['offered', [offered]],
    ['confirmed', [offered]],
  ])
})

test('twice, and six times at once, takes it once', async () => {
  const { event, ada } = await offeredOne()
  const answers = await Promise.all(Array.from({ length: 6 }, () => acceptOffer(keyOf(ada), place(event))))
  expect(answers.filter((answer) => answer.ok && answer.value.isNew)).toHaveLength(1)
  expect(await acceptOffer(keyOf(ada), place(event))).toEqual({ ok: true, value: { isNew: false } })
  expect(await mailKindsTo(ada)).toEqual(['offered', 'confirmed'])
})

test('what was never offered, is over, or belongs to somebody else is not taken', async () => {
  const { event, ada, bo } = await offeredOne()
  const over = { ok: false, refusal: 'offer_over' }
  expect(await acceptOffer(keyOf(bo), place(event))).toEqual(over)
  expect(await acceptOffer(keyOf(ada), { kind: 'activity', subjectId: event.id })).toEqual(over)
  await endTimes(event, new Date(Date.now() - 1))
  expect(await acceptOffer(keyOf(ada), place(event))).toEqual(over)
  expect(await standingOf(ada)).toMatchObject({ status: 'waitlisted', event: 'offered' })
  await endTimes(event, new Date(Date.now() + hour))
  await db().event.update({ where: { id: event.id }, data: { status: 'cancelled' } })
  expect(await acceptOffer(keyOf(ada), place(event))).toEqual(over)
})

test('an offer never outlives the start of the event', async () => {
  const startsAt = new Date(Date.now() + hour)
  const event = await makeEvent({
    waiting: 'offer',
    onSite: 0,
    startsAt,
    endsAt: new Date(Date.now() + 9 * hour),
  })
  const ada = await waiting(event)
  await resizeTo(event.onSite.id, 1)
  const claim = await db().claim.findFirstOrThrow({ where: { registrationId: ada.id } })
  expect(claim.offeredUntil).toEqual(startsAt)
})

test('of the person and the clock exactly one wins, in 300 races to the millisecond', {
  timeout: 240_000,
}, async () => {
  const event = await makeEvent({ waiting: 'offer', onSite: 0 })
  const winners = { person: 0, clock: 0 }
  // The end moves towards whoever lost last, so that the races stay close on any machine.
  let milliseconds = 5
  for (let race = 0; race < 300; race++) {
    const ada = await waiting(event)
    const { onSite } = event
    await db().pool.update({ where: { id: onSite.id }, data: { size: null, ceiling: null } })
    const { taken } = await db().pool.findUniqueOrThrow({ where: { id: onSite.id } })
    expect(await resizeTo(onSite.id, taken + 1)).toEqual([ada.id])
    await endTimes(event, new Date(Date.now() + milliseconds))
    const [answer] = await Promise.all([acceptOffer(keyOf(ada), place(event)), expireDue(), expireDue()])
    while ((await standingOf(ada)).event === 'offered') await expireDue()
    const { status } = await standingOf(ada)
    const kinds = await mailKindsTo(ada)
    if (answer.ok) expect([status, kinds]).toEqual(['confirmed', ['offered', 'confirmed']])
    else expect([status, kinds]).toEqual(['cancelled', ['offered', 'offer_expired']])
    const pool = await db().pool.findUniqueOrThrow({ where: { id: onSite.id } })
    expect(pool.taken).toBe(taken + (answer.ok ? 1 : 0))
    winners[answer.ok ? 'person' : 'clock']++
    milliseconds = Math.max(0, milliseconds + (answer.ok ? -2 : 2))
  }
  expect(Math.min(winners.person, winners.clock), JSON.stringify(winners)).toBeGreaterThan(20)
})

type Overrides = Parameters<typeof makeRegistration>[1]
const waiting = (event: MadeEvent, overrides: Overrides = {}) =>
  makeRegistration(event, { status: 'waitlisted', ...overrides })
const place = (event: MadeEvent) => ({ kind: 'event', subjectId: event.id }) as const

async function offeredOne() {
  const event = await makeEvent({ waiting: 'offer', onSite: 0 })
  const [ada, bo] = [await waiting(event), await waiting(event)]
  await resizeTo(event.onSite.id, 1)
  return { event, ada, bo }
}
