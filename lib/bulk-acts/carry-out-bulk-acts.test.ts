import { expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import type { AskedFilter } from '../attendees/schema'
import { db, sql } from '../db/client'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { carryOutBulkActs } from './carry-out-bulk-acts'
import { reportErasure } from './erase'
import { findBulkAct, foresee, listBulkPeople } from './queries'
import type { BulkInput, BulkKind } from './schema'
import { startBulkAct } from './start-bulk-act'

useTestDatabase()

test('who is to be decided about and who has not confirmed their address are in, each with one mail', async () => {
  const { event, key } = await makeDesk({ isApprovalRequired: true, onSite: 5 })
  const pending = await makeRegistration(event, { status: 'pending_approval', name: 'Ada' })
  const unsure = await makeRegistration(event, { status: 'unverified' })
  const inAlready = await makeRegistration(event)
  expect(await foresee(key, {}, 'confirm')).toMatchObject({
    count: 3,
    possible: 2,
    impossible: [{ refusal: 'confirmed_already', count: 1 }],
  })
  const act = await start(key, 'confirm')
  await carryOutBulkActs()
  expect(await statusesOf(event)).toEqual({
    [pending.id]: 'confirmed',
    [unsure.id]: 'confirmed',
    [inAlready.id]: 'confirmed',
  })
  expect(await mailsOf(event)).toEqual(['confirmed', 'confirmed'])
  expect(await findBulkAct(key, act)).toMatchObject({
    people: 3,
    done: 2,
    refused: [{ refusal: 'confirmed_already', count: 1 }],
    finishedAt: expect.any(Date),
  })
  const history = await db().historyEntry.findMany({ where: { eventId: event.id, actorKind: 'user' } })
  expect(history.map((line) => [line.act, line.actorId === key.userId, line.subjectId]).toSorted()).toEqual(
    [
      ['acted_on_many', true, act],
      ['approved', true, pending.id],
      ['confirmed_address', true, unsure.id],
    ].toSorted(),
  )
  expect(history.find((line) => line.act === 'acted_on_many')!.facts).toEqual({
    deed: 'confirm',
    done: 2,
    refused: 1,
    filter: 'everybody',
    reason: null,
  })
})

test('where it is full without a line nobody is let in, and nothing of the try stays', async () => {
  const { event, key } = await makeDesk({ isApprovalRequired: true, onSite: 0, waiting: 'off' })
  const pending = await makeRegistration(event, { status: 'pending_approval' })
  const act = await start(key, 'confirm')
  await carryOutBulkActs()
  expect(await statusesOf(event)).toEqual({ [pending.id]: 'pending_approval' })
  expect(await mailsOf(event)).toEqual([])
  expect((await findBulkAct(key, act))!.refused).toEqual([{ refusal: 'event_full', count: 1 }])
})

test('out of the line: the first as far as places reach, all of them beyond with a reason', async () => {
  const { event, key } = await makeDesk({ onSite: 1, startsAt: new Date(Date.now() - 3_600_000) })
  const [one, two] = [await waiting(event), await waiting(event)]
  const act = await start(key, 'promote')
  await carryOutBulkActs()
  expect(await statusesOf(event)).toEqual({ [one.id]: 'confirmed', [two.id]: 'waitlisted' })
  expect((await findBulkAct(key, act))!.refused).toEqual([{ refusal: 'no_place_free', count: 1 }])
  const { mark } = await foresee(key, { status: 'waitlisted' }, 'promote')
  const forced = { ...wanting('promote', mark), isForced: true }
  const begin = (reason: string) =>
    startBulkAct(key, { status: 'waitlisted' }, 'waiting', { ...forced, reason })
  expect(await begin('')).toEqual({ ok: false, refusal: 'reason_missing' })
  await begin('The hall has more chairs.')
  await carryOutBulkActs()
  expect(await statusesOf(event)).toEqual({ [one.id]: 'confirmed', [two.id]: 'confirmed' })
  const pool = await db().pool.findUniqueOrThrow({ where: { id: event.onSite.id } })
  expect(pool).toMatchObject({ size: 1, taken: 2, ceiling: 2 })
  expect(await mailsOf(event)).toEqual(['promoted', 'promoted'])
  const lifted = await db().historyEntry.findFirst({ where: { act: 'lifted', subjectId: two.id } })
  expect(lifted!.facts).toEqual({ what: ['event'], placesBeyond: 1, reason: 'The hall has more chairs.' })
})

test('cancelled without a mail, their places go to the line at once', async () => {
  const { event, key } = await makeDesk({ onSite: 1 })
  const one = await makeRegistration(event)
  const next = await waiting(event)
  const { mark } = await foresee(key, { status: 'confirmed' }, 'cancel')
  const input = { ...wanting('cancel', mark), isTold: false }
  await startBulkAct(key, { status: 'confirmed' }, 'confirmed', input)
  await carryOutBulkActs()
  expect(await statusesOf(event)).toEqual({ [one.id]: 'cancelled', [next.id]: 'confirmed' })
  expect(await mailsOf(event)).toEqual(['promoted'])
})

test('declined with a mail each; tags go on and off and leave the others', async () => {
  const { event, key } = await makeDesk({ isApprovalRequired: true })
  const pending = await makeRegistration(event, { status: 'pending_approval' })
  const other = await makeRegistration(event)
  await db().attendeeTag.create({ data: { eventId: event.id, registrationId: other.id, tag: 'press' } })
  const tagged = await start(key, 'tag', { tags: ['press', 'board'] })
  const declined = await start(key, 'decline')
  await carryOutBulkActs()
  expect((await findBulkAct(key, tagged))!.done).toBe(2)
  expect((await findBulkAct(key, declined))!.refused).toEqual([{ refusal: 'not_pending', count: 1 }])
  expect(await statusesOf(event)).toEqual({ [pending.id]: 'cancelled', [other.id]: 'confirmed' })
  expect(await mailsOf(event)).toEqual(['declined'])
  const off = await start(key, 'untag', { tags: ['board'] })
  await carryOutBulkActs()
  expect((await findBulkAct(key, off))!.done).toBe(2)
  expect(await db().attendeeTag.findMany({ select: { tag: true }, where: { eventId: event.id } })).toEqual([
    { tag: 'press' },
    { tag: 'press' },
  ])
})

test('the same form twice is one act; somebody who came meanwhile stops it before it begins', async () => {
  const { event, key } = await makeDesk()
  await makeRegistration(event)
  const { mark } = await foresee(key, {}, 'cancel')
  const input = wanting('cancel', mark)
  const begin = () => startBulkAct(key, {}, 'everybody', input)
  const answers = await Promise.all([begin(), begin()])
  expect(answers.map((one) => one.ok && one.value.isNew).toSorted()).toEqual([false, true])
  await carryOutBulkActs()
  expect(await begin()).toEqual({ ok: true, value: { isNew: false } })
  await makeRegistration(event)
  expect(await startBulkAct(key, {}, '', wanting('cancel', mark))).toEqual({
    ok: false,
    refusal: 'changed_meanwhile',
  })
  expect(await startBulkAct(key, { q: 'zzz' }, '', wanting('cancel', mark))).toMatchObject({
    refusal: 'nobody',
  })
  expect(await mailsOf(event)).toEqual(['cancelled'])
})

test('several processes at once, and one that is cut off in the middle: everybody once', async () => {
  const { event, key } = await makeDesk()
  for (let at = 0; at < 45; at++) await makeRegistration(event)
  const act = await start(key, 'cancel')
  // The database throws the connection away after some have been cancelled in the first transaction.
  await sql().query(`CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.position = 7 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NEW; END $$`)
  await sql().query(
    `CREATE TRIGGER cut_off BEFORE UPDATE ON bulk_act_person FOR EACH ROW EXECUTE FUNCTION cut_off()`,
  )
  await expect(carryOutBulkActs()).rejects.toThrow()
  expect((await findBulkAct(key, act))!.done).toBe(0)
  expect(await mailsOf(event)).toEqual([])
  await sql().query(`DROP TRIGGER cut_off ON bulk_act_person`)
  await Promise.all([carryOutBulkActs(), carryOutBulkActs(), carryOutBulkActs()])
  expect(await findBulkAct(key, act)).toMatchObject({ people: 45, done: 45, finishedAt: expect.any(Date) })
  expect(await mailsOf(event)).toHaveLength(45)
  expect(await db().historyEntry.count({ where: { act: 'acted_on_many', subjectId: act } })).toBe(1)
  const { rows } = await listBulkPeople(key, act, { after: 40 })
  expect(rows.map(({ position, fate }) => [position, fate])).toEqual(
    [41, 42, 43, 44, 45].map((at) => [at, 'done']),
  )
})

test('whoever lost the right meanwhile has nothing done any more', async () => {
  const { event, key } = await makeDesk()
  const one = await makeRegistration(event)
  const act = await start(key, 'cancel')
  await db().teamMember.deleteMany({ where: { userId: key.userId } })
  await carryOutBulkActs()
  expect(await statusesOf(event)).toEqual({ [one.id]: 'confirmed' })
  expect((await findBulkAct(key, act))!.refused).toEqual([{ refusal: 'not_allowed', count: 1 }])
})

test('the act of one event is nothing at another; its report goes after ninety days', async () => {
  const { event, key } = await makeDesk()
  await makeRegistration(event)
  const act = await start(key, 'tag', { tags: ['x'] })
  await carryOutBulkActs()
  const other = await makeDesk()
  expect(await findBulkAct(other.key, act)).toBeNull()
  expect((await listBulkPeople(other.key, act, { after: 0 })).rows).toEqual([])
  vi.useFakeTimers({ now: Date.now() + 91 * 86_400_000, toFake: ['Date'] })
  expect(await reportErasure.erase()).toBeGreaterThan(0)
  vi.useRealTimers()
  expect(await findBulkAct(key, act)).toBeNull()
})

async function makeDesk(overrides: Parameters<typeof makeEvent>[0] = {}) {
  const event = await makeEvent(overrides)
  const { id: userId } = await makeUser({ roles: { [event.id]: 'organizer' } })
  return { event, key: { eventId: event.id, userId, role: 'organizer' } as OrganizerKey }
}

const wanting = (kind: BulkKind, mark: string): BulkInput => ({
  id: newId(),
  kind,
  mark,
  tags: [],
  isTold: true,
  isForced: false,
  reason: '',
})

async function start(key: OrganizerKey, kind: BulkKind, more: Partial<BulkInput> = {}): Promise<string> {
  const filter: AskedFilter = {}
  const input = { ...wanting(kind, (await foresee(key, filter, kind)).mark), ...more }
  expect(await startBulkAct(key, filter, 'everybody', input)).toEqual({ ok: true, value: { isNew: true } })
  return input.id
}

const waiting = (event: MadeEvent) => makeRegistration(event, { status: 'waitlisted' })

async function statusesOf({ id: eventId }: MadeEvent) {
  const people = await db().registration.findMany({ where: { eventId } })
  return Object.fromEntries(people.map(({ id, status }) => [id, status]))
}

async function mailsOf({ id: eventId }: MadeEvent) {
  const mails = await db().outboxMail.findMany({ where: { eventId }, select: { kind: true } })
  return mails.map(({ kind }) => kind).toSorted()
}
