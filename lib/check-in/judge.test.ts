import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db, sql } from '../db/client'
import { newId } from '../ids'
import type { CheckInKey } from '../keys'
import { recordScans } from './record-scans'
import { arrivalOf, judge, sounds } from './rules'
import type { Arrival, Scan } from './schema'

useTestDatabase()

const day = Date.UTC(2026, 3, 16, 8)

test('a device alone gives the answers that the list gives to the same scans, of whomever and however timed', async () => {
  const door = await makeDoor()
  await fc.assert(
    fc.asyncProperty(stepsOf, fc.boolean(), async (steps, mayForce) => {
      await db().checkInFact.deleteMany({ where: { eventId: door.event.id } })
      const alone = answersAlone(steps, door, mayForce)
      expect(await answersOfList(alone, mayForce ? door.leader : door.helper)).toEqual(
        alone.map(({ answer }) => answer),
      )
    }),
    { numRuns: 1000 },
  )
}, 240_000)

test('the second scan of somebody who was let in without a place is taken back on a device as in the list', async () => {
  const door = await makeDoor()
  const step = { person: 3, point: 1, kind: 'arrive', undoes: 0, force: false, minute: 0 } as const
  const steps = [
    { ...step, force: true },
    { ...step, kind: 'leave' as const },
    step,
    { ...step, kind: 'undo' as const, undoes: 2 },
    { ...step, kind: 'undo' as const, undoes: 2 },
  ]
  const alone = answersAlone(steps, door, true)
  expect(alone.map(({ answer }) => answer.split(' ')[0])).toEqual([
    ...['arrived', 'left', 'arrived', 'undone', 'refused'],
  ])
  expect(await answersOfList(alone, door.leader)).toEqual(alone.map(({ answer }) => answer))
})

test('a device that forgets what it noted itself answers otherwise: the test above can fail', async () => {
  const door = await makeDoor()
  const twice = { person: 0, point: 0, kind: 'arrive', undoes: 0, force: false } as const
  const alone = answersAlone(
    [
      { ...twice, minute: 1 },
      { ...twice, minute: 2 },
    ],
    door,
    false,
    true,
  )
  const listed = await answersOfList(alone, door.helper)
  expect(listed).not.toEqual(alone.map(({ answer }) => answer))
})

test('a name sounds here as it does in the database', async () => {
  const letters = fc.constantFrom(...'aeouäöüßÆæŁłØøĐđıİĦŧþςΣΟΔΥΣéñÇ ’-ИванИ李 ﬁ', 'ue', 'oe', 'ae', '\u0301')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(letters, { maxLength: 8 }), { minLength: 50, maxLength: 50 }),
      async (all) => {
        const names = all.map((one) => one.join(''))
        const { rows } = await sql().query<{ heard: string[] }>(
          'SELECT array_agg(check_in_sounds(name) ORDER BY at) AS heard FROM unnest($1::text[]) WITH ORDINALITY u (name, at)',
          [names],
        )
        expect(names.map(sounds)).toEqual(rows[0]!.heard)
      },
    ),
    { numRuns: 40 },
  )
})

/** Up to ten scans of four people and of nobody, at two points, one of them with exits; some take back others, also somebody else's, elsewhere, or what never was. */
const stepsOf = fc.array(
  fc.record({
    person: fc.nat(4),
    point: fc.nat(1),
    kind: fc.constantFrom('arrive', 'arrive', 'leave', 'undo'),
    undoes: fc.nat(9),
    force: fc.boolean(),
    minute: fc.nat(30),
  }),
  { minLength: 1, maxLength: 10 },
)
type Step = typeof stepsOf extends fc.Arbitrary<(infer T)[]> ? T : never
type Door = Awaited<ReturnType<typeof makeDoor>>

async function makeDoor() {
  const event = await makeEvent()
  const hall = { id: newId(), eventId: event.id, key: 'hall', name: 'Hall', hasExits: true, position: 9 }
  await db().checkInPoint.create({ data: hall })
  const statuses = ['confirmed', 'confirmed', 'waitlisted', 'cancelled'] as const
  const people = await Promise.all(statuses.map((status) => makeRegistration(event, { status })))
  return {
    event,
    people,
    points: [event.arrivalPoint, hall],
    leader: await keyOf(event, 'owner'),
    helper: await keyOf(event, 'check_in'),
  }
}

async function keyOf(event: MadeEvent, role: 'owner' | 'check_in'): Promise<CheckInKey> {
  const { id } = await makeUser({ roles: { [event.id]: role } })
  return { eventId: event.id, userId: id, tokenId: null, deviceId: null, deviceName: null } as CheckInKey
}

/** The scans of one device without network, each with the answer that its holder was given. */
function answersAlone(steps: Step[], { people, points }: Door, mayForce: boolean, isForgetful = false) {
  const facts: Arrival[] = []
  const ids = steps.map(newId)
  /** A device takes back only what it answered with something else than a refusal. */
  const done: string[] = []
  return steps.map(({ person, point: at, kind, undoes, force, minute }, nth) => {
    const known = people[person] ?? null
    const back = kind === 'undo' ? done[undoes] : undefined
    const point = points[at]!
    const scan = {
      ...{ id: ids[nth]!, kind: kind as Scan['kind'], point: point.key, force: kind === 'arrive' && force },
      ...(kind === 'undo' && { undoes: back ?? newId() }),
      registrationId: known?.id ?? newId(),
      at: new Date(day + minute * 60_000 + nth),
    }
    const about = known && { i: known.id, ...(known.status !== 'confirmed' && { s: known.status }) }
    const verdict = judge(scan, { person: about, facts, point, mayForce })
    const fact = arrivalOf({ ...scan, at: scan.at.getTime(), device: 'phone A' }, known?.id ?? null, verdict)
    if (fact && !isForgetful) facts.push(fact)
    if (verdict.outcome !== 'refused' && kind !== 'undo') done.push(scan.id)
    const { outcome, reason, firstAt } = verdict
    return { scan, answer: said(outcome, reason, firstAt) }
  })
}

async function answersOfList(alone: { scan: Scan }[], key: CheckInKey) {
  const results = await recordScans(key, { device: 'phone A', scans: alone.map(({ scan }) => scan) })
  return results.map(({ outcome, reason, firstAt }) =>
    said(outcome, reason, firstAt ? Date.parse(firstAt) : undefined),
  )
}

const said = (outcome: string, reason?: string, firstAt?: number) =>
  [outcome, reason ?? '-', firstAt ? new Date(firstAt).toISOString() : '-'].join(' ')
