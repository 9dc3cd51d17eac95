import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db, sql } from '../db/client'
import { newId } from '../ids'
import type { CheckInKey } from '../keys'
import { recordScans } from './record-scans'
import type { Scan } from './schema'

useTestDatabase()

let event: MadeEvent
let key: CheckInKey
const at = new Date('2026-04-16T07:12:00.000Z')

beforeEach(async () => {
  event = await makeEvent({ activities: [{ key: 'get-together', title: 'Get-together' }] })
  key = await keyOf('check_in')
})

describe('somebody confirmed', () => {
  test('comes in, and the desk learns what to hand out and nothing else', async () => {
    const { id, code } = await makeRegistration(event, {
      name: 'Ada Example',
      organization: 'Example Works',
      photo: 'no_camera',
      allergies: 'peanuts',
      activities: [{ id: event.activities[0]!.id }],
    })
    const scan = arrive({ code: ` ${code.toLowerCase().replaceAll('-', ' ')}` })
    expect(await one(scan)).toEqual({
      id: scan.id,
      outcome: 'arrived',
      person: {
        name: 'Ada Example',
        organization: 'Example Works',
        noCamera: true,
        activities: ['Get-together'],
      },
    })
    const fact = await db().checkInFact.findFirstOrThrow({ where: { id: scan.id } })
    expect(fact).toMatchObject({ registrationId: id, deviceAt: at, device: 'phone A', userId: key.userId })
    expect(fact.serverAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
  })

  test('is told since when they are here, and every later scan is kept too', async () => {
    const { id } = await makeRegistration(event)
    await one(arrive({ registrationId: id }))
    const later = new Date(at.getTime() + 60_000)
    const second = await one(arrive({ registrationId: id, at: later }))
    const third = await one(arrive({ registrationId: id, at: later, idSeen: true }))
    expect(second).toMatchObject({ outcome: 'already_arrived', firstAt: at.toISOString() })
    expect(third).toMatchObject({ outcome: 'already_arrived', firstAt: at.toISOString() })
    expect(await db().checkInFact.count({ where: { registrationId: id } })).toBe(3)
  })

  test('arrives at each point of its own', async () => {
    await db().checkInPoint.create({
      data: { id: newId(), eventId: event.id, key: 'lunch', name: 'Lunch', position: 1 },
    })
    const { id } = await makeRegistration(event)
    const outcomes = await outcomesOf([
      arrive({ registrationId: id }),
      arrive({ registrationId: id, point: 'lunch' }),
      arrive({ registrationId: id, point: 'lunch' }),
      arrive({ registrationId: id, point: 'entrance' }),
    ])
    expect(outcomes).toEqual(['arrived', 'arrived', 'already_arrived', 'already_arrived'])
  })
})

describe('refused, and kept', () => {
  test.each(['waitlisted', 'unverified', 'pending_approval', 'cancelled'] as const)('%s', async (status) => {
    const { id } = await makeRegistration(event, { status, name: 'Grace Example' })
    const scan = arrive({ registrationId: id, force: true })
    const answer = await one(scan)
    expect(answer).toEqual({
      id: scan.id,
      outcome: 'refused',
      reason: status,
      person: { name: 'Grace Example', noCamera: false, activities: [] },
    })
    expect(await db().checkInFact.findFirst({ where: { id: scan.id } })).toMatchObject({
      outcome: 'refused',
      isForced: false,
    })
  })

  test('nobody has this code, this id, or an erased registration', async () => {
    const erased = await makeRegistration(event, { status: 'cancelled', cancelReason: 'erased' })
    const scans = [
      arrive({ code: 'no code at all' }),
      arrive({ code: 'K7QF-9MTD-WX2C' }),
      arrive({ registrationId: newId() }),
      arrive({ registrationId: erased.id }),
    ]
    const answers = await recordScans(key, { device: 'phone A', scans })
    expect(answers).toEqual(scans.map(({ id }) => ({ id, outcome: 'refused', reason: 'unknown' })))
    expect(await db().checkInFact.count({ where: { eventId: event.id, registrationId: null } })).toBe(4)
  })

  test('people of another event are unknown here, by id and by code', async () => {
    const stranger = await makeRegistration(await makeEvent())
    for (const who of [{ registrationId: stranger.id }, { code: stranger.code }]) {
      const scan = arrive(who)
      expect(await one(scan)).toEqual({ id: scan.id, outcome: 'refused', reason: 'unknown' })
    }
  })

  test('a point that this event does not have', async () => {
    const { id } = await makeRegistration(event)
    const answer = await one(arrive({ registrationId: id, point: 'sauna' }))
    expect(answer).toMatchObject({
      outcome: 'refused',
      reason: 'unknown_point',
      person: { name: 'Ada Example' },
    })
  })
})

describe('overruling', () => {
  test.each(['owner', 'organizer'] as const)(
    'an %s lets somebody in who waits, and it is remembered',
    async (role) => {
      const { id } = await makeRegistration(event, { status: 'waitlisted' })
      const scan = arrive({ registrationId: id, force: true })
      const [answer] = await recordScans(await keyOf(role), { device: 'phone A', scans: [scan] })
      expect(answer).toMatchObject({ outcome: 'arrived' })
      expect(await db().checkInFact.findFirst({ where: { id: scan.id } })).toMatchObject({ isForced: true })
      expect(await one(arrive({ registrationId: id }))).toMatchObject({ outcome: 'already_arrived' })
    },
  )

  test('forcing somebody who is welcome anyway is no overruling', async () => {
    const { id } = await makeRegistration(event)
    const scan = arrive({ registrationId: id, force: true })
    await recordScans(await keyOf('owner'), { device: 'phone A', scans: [scan] })
    expect(await db().checkInFact.findFirst({ where: { id: scan.id } })).toMatchObject({ isForced: false })
  })

  test('an organizer of another event overrules nothing here', async () => {
    const { id } = await makeRegistration(event, { status: 'waitlisted' })
    const user = await makeUser({ roles: { [(await makeEvent()).id]: 'owner' } })
    const foreign = { eventId: event.id, userId: user.id, tokenId: null } as CheckInKey
    const scan = arrive({ registrationId: id, force: true })
    expect(await recordScans(foreign, { device: 'phone A', scans: [scan] })).toMatchObject([
      { outcome: 'refused' },
    ])
  })
})

describe('undoing', () => {
  test('takes the arrival back, once, and the person can come in again', async () => {
    const { id } = await makeRegistration(event)
    const first = arrive({ registrationId: id })
    const outcomes = await outcomesOf([
      first,
      undo({ registrationId: id }),
      undo({ registrationId: id }),
      arrive({ registrationId: id }),
      undo({ registrationId: id, undoes: first.id }),
      undo({ registrationId: id }),
    ])
    expect(outcomes).toEqual(['arrived', 'undone', 'nothing_to_undo', 'arrived', 'nothing_to_undo', 'undone'])
  })

  test('by the name of the fact alone', async () => {
    const { id } = await makeRegistration(event)
    const first = arrive({ registrationId: id })
    expect(await outcomesOf([first, undo({ undoes: first.id }), undo({ undoes: newId() })])).toEqual([
      'arrived',
      'undone',
      'nothing_to_undo',
    ])
  })

  test("never another person's arrival; of two scans that count it takes back the one it names", async () => {
    const [ada, grace] = [await makeRegistration(event), await makeRegistration(event)]
    const first = arrive({ registrationId: ada.id })
    const again = arrive({ registrationId: ada.id })
    const outcomes = await outcomesOf([
      first,
      again,
      undo({ registrationId: grace.id, undoes: first.id }),
      undo({ registrationId: ada.id, undoes: again.id }),
      arrive({ registrationId: ada.id }),
    ])
    expect(outcomes).toEqual(['arrived', 'already_arrived', 'nothing_to_undo', 'undone', 'already_arrived'])
  })

  test('that is refused takes nothing back: of somebody unknown, elsewhere, or nowhere, before or after', async () => {
    const lunch = { id: newId(), eventId: event.id, key: 'lunch', name: 'Lunch', position: 1 }
    await db().checkInPoint.create({ data: lunch })
    const { id } = await makeRegistration(event)
    const stranger = await makeRegistration(await makeEvent())
    const [first, second] = [arrive({ registrationId: id }), arrive({ registrationId: id, point: 'lunch' })]
    const wrong = ({ id: undoes }: Scan, point: string) => [
      undo({ registrationId: newId(), undoes }),
      undo({ code: 'nobody', undoes }),
      undo({ registrationId: stranger.id, undoes }),
      undo({ registrationId: id, undoes, point }),
      undo({ undoes, point }),
      undo({ undoes, point: 'sauna' }),
      undo({ registrationId: id, undoes, point: 'sauna' }),
    ]
    const outcomes = async (scans: Scan[]) =>
      (await recordScans(key, { device: 'phone A', scans })).map(({ outcome }) => outcome)
    const refused = Array(7).fill('refused')
    expect(await outcomes([first, ...wrong(first, 'lunch')])).toEqual(['arrived', ...refused])
    expect(await outcomes([...wrong(second, 'entrance'), second])).toEqual([...refused, 'arrived'])
    const counting = () => db().$queryRaw`SELECT id FROM check_in_arrived WHERE event_id = ${event.id}::uuid`
    expect(await counting()).toHaveLength(2)
    expect(
      await outcomesOf([undo({ undoes: first.id }), undo({ registrationId: id, undoes: second.id })]),
    ).toEqual(['undone', 'undone'])
    expect(await counting()).toEqual([])
  })

  test('without naming one it takes back every scan that counts', async () => {
    const { id } = await makeRegistration(event)
    const again = arrive({ registrationId: id })
    const outcomes = await outcomesOf([
      arrive({ registrationId: id }),
      again,
      undo({ registrationId: id }),
      undo({ registrationId: id, undoes: again.id }),
      arrive({ registrationId: id }),
    ])
    expect(outcomes).toEqual(['arrived', 'already_arrived', 'undone', 'nothing_to_undo', 'arrived'])
  })

  test('before the scan it names has come: that one counts no more when it comes', async () => {
    const { id } = await makeRegistration(event)
    const first = arrive({ registrationId: id })
    const outcomes = await outcomesOf([
      undo({ registrationId: id, undoes: first.id }),
      first,
      arrive({ registrationId: id }),
    ])
    expect(outcomes).toEqual(['nothing_to_undo', 'undone', 'arrived'])
  })
})

describe('twice', () => {
  test('the same id gets the first answer, whatever has happened since', async () => {
    const { id } = await makeRegistration(event)
    const waiting = await makeRegistration(event, { status: 'waitlisted' })
    const scans = [
      arrive({ registrationId: id }),
      arrive({ registrationId: id }),
      undo({ registrationId: id }),
      undo({ registrationId: id }),
      arrive({ registrationId: waiting.id }),
      arrive({ code: 'nobody' }),
    ]
    const first = await recordScans(key, { device: 'phone A', scans })
    await db().registration.update({
      where: { id },
      data: { status: 'cancelled', cancelReason: 'person', photo: 'no_camera' },
    })
    await db().registration.update({ where: { id: waiting.id }, data: { status: 'confirmed' } })
    const facts = await db().checkInFact.findMany({ where: { eventId: event.id } })
    expect(await recordScans(key, { device: 'phone B', scans: [...scans].reverse() })).toEqual(
      [...first].reverse(),
    )
    expect(await db().checkInFact.findMany({ where: { eventId: event.id } })).toEqual(facts)
  })

  test('inside one batch', async () => {
    const { id } = await makeRegistration(event)
    const scan = arrive({ registrationId: id })
    const answers = await recordScans(key, { device: 'phone A', scans: [scan, scan] })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ outcome: 'arrived' })
  })

  test('an id of another event means nothing here', async () => {
    const [here, there] = [await makeRegistration(event), await makeRegistration(await makeEvent())]
    const scan = arrive({ registrationId: there.id })
    const elsewhere = { eventId: there.eventId, userId: key.userId, tokenId: null } as CheckInKey
    await recordScans(elsewhere, { device: 'phone A', scans: [scan] })
    expect(await one({ ...scan, registrationId: here.id })).toMatchObject({ outcome: 'arrived' })
  })
})

test('500 scans are answered in their order', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => makeRegistration(event)))
  const scans = Array.from({ length: 500 }, (_, at) => arrive({ registrationId: people[at % 5]!.id }))
  const answers = await recordScans(key, { device: 'phone A', scans })
  expect(answers.map(({ id }) => id)).toEqual(scans.map(({ id }) => id))
  expect(answers.filter(({ outcome }) => outcome === 'arrived')).toHaveLength(5)
})

test('a fact is found by its key, also while nobody knows yet how many there are', async () => {
  await sql().query('SET plan_cache_mode = force_generic_plan')
  const { rows } = await sql().query('EXPLAIN SELECT * FROM check_in_fact WHERE event_id = $1 AND id = $2', [
    event.id,
    newId(),
  ])
  await sql().query('RESET plan_cache_mode')
  expect(rows.map((row) => row['QUERY PLAN']).join()).toContain('check_in_fact_pkey')
})

test('an empty batch is answered with nothing', async () => {
  expect(await recordScans(key, { device: 'phone A', scans: [] })).toEqual([])
})

type Who = Partial<Scan>
const arrive = (scan: Who): Scan => ({ id: newId(), kind: 'arrive', at, ...scan })
const undo = (scan: Who): Scan => ({ id: newId(), kind: 'undo', at, ...scan })

const one = async (scan: Scan) => (await recordScans(key, { device: 'phone A', scans: [scan] }))[0]

/** One after the other, each said with the reason where there is one. */
async function outcomesOf(scans: Scan[]): Promise<string[]> {
  const answers = await recordScans(key, { device: 'phone A', scans })
  return answers.map(({ outcome, reason }) => reason ?? outcome)
}

async function keyOf(role: 'owner' | 'organizer' | 'check_in'): Promise<CheckInKey> {
  const user = await makeUser({ roles: { [event.id]: role } })
  return { eventId: event.id, userId: user.id, tokenId: null } as CheckInKey
}
