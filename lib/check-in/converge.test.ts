import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeDevice } from '@/prisma/factories/devices'
import { makeDoorKey } from '@/prisma/factories/doors'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db, sql } from '../db/client'
import { newId } from '../ids'
import type { CheckInKey } from '../keys'
import { listNews } from './list-news'
import { recordScans } from './record-scans'
import { asKept, whoIsIn } from './rules'
import type { Arrival, Scan, ScanBatch } from './schema'

const clock = vi.hoisted(() => ({ at: new Date('2026-04-16T12:00:00Z') }))
vi.mock('../clock', () => ({ now: () => clock.at }))

useTestDatabase()

const points = ['entrance', 'lunch']
let event: MadeEvent
let keys: CheckInKey[]
let people: { id: string }[]

beforeAll(async () => {
  event = await makeEvent()
  await db().checkInPoint.updateMany({ where: { eventId: event.id }, data: { hasExits: true } })
  await db().checkInPoint.create({
    data: { id: newId(), eventId: event.id, key: 'lunch', name: 'Lunch', position: 1 },
  })
  const [scanner, supervisor] = [await makeDevice(event), await makeDevice(event, { role: 'supervisor' })]
  keys = [scanner.key, supervisor.key, await makeDoorKey(event)]
  const states = ['confirmed', 'confirmed', 'waitlisted'] as const
  people = await Promise.all(states.map((status) => makeRegistration(event, { status })))
  people.push(await makeRegistration(await makeEvent()))
})

test('however scans travel, everybody ends with the same people inside, and so they would on any other way', async () => {
  await fc.assert(convergence(recordScans), { numRuns: 1000 })
}, 600_000)

test('without ids as the guard they do not: the test above can fail', async () => {
  await makeUnguarded()
  const checked = await fc.check(convergence(recordUnguarded), { numRuns: 3000, endOnFailure: true })
  expect(checked.failed).toBe(true)
}, 120_000)

/** What somebody does at a device; `names` is which act an undo takes back, also one that is still to come. */
const actOf = fc.record({
  device: fc.nat(2),
  person: fc.nat(3),
  point: fc.constantFrom(...points),
  kind: fc.constantFrom('arrive', 'arrive', 'arrive', 'leave', 'undo'),
  minute: fc.nat(12),
  isForced: fc.boolean(),
  names: fc.option(fc.nat(7), { freq: 8 }),
  isNamedAlone: fc.boolean(),
  isPlaced: fc.boolean(),
})

/** One try to send: how much of a queue, from which end, and what becomes of it and of its answer. */
const tryOf = fc.record({
  device: fc.nat(2),
  most: fc.integer({ min: 1, max: 5 }),
  isBackwards: fc.boolean(),
  fate: fc.constantFrom('answered', 'lost', 'unanswered', 'partly answered'),
  isHeard: fc.boolean(),
})

const sceneOf = fc.record({
  acts: fc.array(actOf, { minLength: 2, maxLength: 8 }),
  clockErrors: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -9 * 3_600_000, max: 9 * 3_600_000 }))),
  ways: fc.tuple(fc.array(tryOf, { maxLength: 6 }), fc.array(tryOf, { maxLength: 6 })),
})
type Scene = typeof sceneOf extends fc.Arbitrary<infer T> ? T : never
type Way = Scene['ways'][number]
type Record = (key: CheckInKey, batch: ScanBatch) => Promise<unknown>

const convergence = (record: Record) =>
  fc.asyncProperty(sceneOf, async ({ acts, clockErrors, ways }) => {
    const scans = scansOf(acts, clockErrors)
    const first = await travel(scans, clockErrors, ways[0], record)
    // An undo that names nothing takes back what has arrived by then: that depends on the way.
    if (acts.some(({ kind, names }) => kind === 'undo' && names === null)) return
    expect(await travel(scans, clockErrors, ways[1], record)).toEqual(first)
  })

/** Each device's queue as it was scanned, in the device's own wrong time. */
function scansOf(acts: Scene['acts'], clockErrors: number[]): Scan[][] {
  const ids = acts.map(newId)
  const queues: Scan[][] = [[], [], []]
  for (const [n, { device, person, kind, minute, isForced, names, ...act }] of acts.entries()) {
    const undoes = kind === 'undo' && names !== null ? ids[names % acts.length] : undefined
    queues[device]!.push({
      id: ids[n]!,
      kind: kind as Scan['kind'],
      ...(undoes && act.isNamedAlone ? {} : { registrationId: people[person]!.id }),
      ...((kind !== 'undo' || act.isPlaced) && { point: act.point }),
      undoes,
      at: new Date(Date.UTC(2026, 3, 16, 7, minute) + clockErrors[device]!),
      force: isForced,
    })
  }
  return queues
}

/** Sends all queues by one way until they are empty; gives who is in, once every device agrees with the server. */
async function travel(queues: Scan[][], clockErrors: number[], way: Way, record: Record) {
  await db().checkInFact.deleteMany({ where: { eventId: event.id } })
  const waiting = queues.map((queue) => [...queue])
  const known = queues.map(() => new Map<string, Arrival>())
  const rest = [2, 0, 1].map((device) => ({ device, most: 99, isBackwards: false, fate: 'answered' }))
  for (const { device, most, isBackwards, fate, ...step } of [...way, ...rest]) {
    const queue = waiting[device]!
    const scans = (isBackwards ? [...queue].reverse() : queue).slice(0, most)
    const sentAt = new Date(clock.at.getTime() + clockErrors[device]!)
    if (fate !== 'lost' && scans.length > 0) await record(keys[device]!, { device: 'phone', sentAt, scans })
    const read = fate === 'answered' ? scans.length : fate === 'partly answered' ? scans.length >> 1 : 0
    waiting[device] = queue.filter((scan) => !scans.slice(0, read).includes(scan))
    if ('isHeard' in step && step.isHeard) await hear(known[device]!)
  }
  const inside = await askServer()
  for (const facts of known) {
    await hear(facts)
    expect(asRows(facts)).toEqual(inside)
  }
  return inside
}

/** Everything anew, and what was known before stays: facts come twice and in another order. */
async function hear(known: Map<string, Arrival>) {
  const { arrivals } = await listNews(event.id, '1700000000000')
  for (const fact of arrivals.reverse()) known.set(fact.f, fact)
}

type Row = { person: string; point: string; at: number; isForced: boolean; isOut: boolean }

const asRows = (facts: Map<string, Arrival>): Row[] =>
  points.flatMap((point) =>
    [...whoIsIn(facts.values(), point)]
      .map(([person, { at, isForced, isOut }]) => ({ person, point, at, isForced, isOut }))
      .sort((one, other) => (one.person < other.person ? -1 : 1)),
  )

async function askServer(): Promise<Row[]> {
  const { rows } = await sql().query<Row>(
    `SELECT r.id AS person, p.key AS point, (extract(epoch FROM (a.fact).device_at) * 1000)::float AS at,
            (a.fact).is_forced AS "isForced", check_in_is_out(r.id, p.id) AS "isOut"
       FROM check_in_point p JOIN registration r ON r.event_id = p.event_id
       CROSS JOIN LATERAL (SELECT check_in_arrival(r.id, p.id) AS fact) a
      WHERE p.event_id = $1 AND (a.fact).id IS NOT NULL ORDER BY p.position, r.id`,
    [event.id],
  )
  return rows
}

/** The same functions, for which every scan that comes is a new one. */
async function makeUnguarded() {
  for (const name of ['check_in_judge', 'check_in_record']) {
    const { rows } = await sql().query('SELECT pg_get_functiondef($1::regproc) AS text', [name])
    const text = (rows[0].text as string)
      .replaceAll(/\((p_)?scan ->> 'id'\)::uuid/g, 'gen_random_uuid()')
      .replaceAll(/check_in_(judge|record)\(/g, 'unguarded_$1(')
    await sql().query(text)
  }
}

async function recordUnguarded({ eventId, userId, deviceId }: CheckInKey, batch: ScanBatch) {
  const actor = { device: batch.device, userId, deviceId }
  await sql().query('SELECT unguarded_record($1, $2, $3)', [
    eventId,
    JSON.stringify(actor),
    JSON.stringify(asKept(batch, clock.at)),
  ])
}
