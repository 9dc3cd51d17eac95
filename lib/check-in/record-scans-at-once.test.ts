import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
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

beforeEach(async () => {
  event = await makeEvent()
  const { id } = await makeUser({ roles: { [event.id]: 'check_in' } })
  key = { eventId: event.id, userId: id, tokenId: null } as CheckInKey
})

test('twenty phones scan one person: exactly one admits', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await makeRegistration(event)
    const answers = await Promise.all(Array.from({ length: 20 }, () => recordScans(key, batchOf(scanOf(id)))))
    const outcomes = answers.map(([answer]) => answer!.outcome)
    expect(outcomes.filter((outcome) => outcome === 'arrived')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'already_arrived')).toHaveLength(19)
  }
})

test('without the lock several phones admit the same person: the test above can fail', async () => {
  const { id } = await makeRegistration(event)
  await makeUnguarded()
  const admitted = await Promise.all(Array.from({ length: 8 }, () => recordUnguarded(scanOf(id))))
  expect(admitted.filter((outcome) => outcome === 'arrived').length).toBeGreaterThan(1)
})

test('one scan sent twenty times at once is one fact with one answer', async () => {
  const { id } = await makeRegistration(event)
  for (const scan of [scanOf(id), scanOf(newId())]) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => recordScans(key, batchOf(scan))))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await db().checkInFact.count({ where: { id: scan.id } })).toBe(1)
  }
})

test('queues that meet in opposite order, and single scans between them, never wait for each other for ever', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => makeRegistration(event)))
  const scans = people.map(({ id }) => scanOf(id))
  const backwards = [...scans].reverse()
  const answers = await Promise.all([
    ...Array.from({ length: 6 }, (_, at) => recordScans(key, batchOf(...(at % 2 ? scans : backwards)))),
    ...scans.map((scan) => recordScans(key, batchOf(scan))),
  ])
  expect(new Set(answers.flat().map(({ outcome }) => outcome))).toEqual(new Set(['arrived']))
})

test('whatever is scanned, repeated and undone in whatever batches, the answers are those of a desk with one person', async () => {
  const people = await Promise.all([
    makeRegistration(event),
    makeRegistration(event),
    makeRegistration(event, { status: 'waitlisted' }),
  ])
  const who = people.map(({ id }) => id)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(stepOf, { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
      async (batches) => {
        await db().checkInFact.deleteMany({ where: { eventId: event.id } })
        const ids = Array.from({ length: 5 }, newId)
        const desk = new OnePersonsDesk()
        for (const steps of batches) {
          const scans = steps.map((step) => asScan(step, ids, who))
          const answers = await recordScans(key, batchOf(...scans))
          expect(answers.map(({ outcome, reason }) => reason ?? outcome)).toEqual(
            scans.map((scan) => desk.answer(scan, scan.registrationId === who[2])),
          )
        }
      },
    ),
    { numRuns: 1000 },
  )
}, 120_000)

/** Five ids for up to eighteen scans: repeats, and undos of what never was, come up all the time. */
const stepOf = fc.record({
  id: fc.nat(4),
  person: fc.nat(2),
  kind: fc.constantFrom('arrive', 'arrive', 'undo'),
  undoes: fc.option(fc.nat(4), { nil: undefined }),
})
type Step = typeof stepOf extends fc.Arbitrary<infer T> ? T : never

function asScan({ id, person, kind, undoes }: Step, ids: string[], who: string[]): Scan {
  return {
    id: ids[id]!,
    kind: kind as Scan['kind'],
    registrationId: who[person]!,
    undoes: kind === 'undo' && undoes !== undefined ? ids[undoes] : undefined,
    at: new Date(),
  }
}

/** The rule as one would keep it on paper: which scans of whom count, which were taken back, and what was said to each. */
class OnePersonsDesk {
  private readonly said = new Map<string, string>()
  private readonly counting = new Map<string, string>()
  private readonly takenBack = new Set<string>()

  answer(scan: Scan, isWaiting: boolean): string {
    const answer = this.said.get(scan.id) ?? this.judge(scan, isWaiting)
    this.said.set(scan.id, answer)
    return answer
  }

  private judge({ id, kind, registrationId, undoes }: Scan, isWaiting: boolean): string {
    const person = registrationId!
    const mine = [...this.counting].flatMap(([scan, whose]) => (whose === person ? [scan] : []))
    if (kind === 'undo') {
      if (undoes && !this.said.has(undoes)) this.takenBack.add(undoes + person)
      const back = undoes ? mine.filter((scan) => scan === undoes) : mine
      for (const scan of back) this.counting.delete(scan)
      return back.length > 0 ? 'undone' : 'nothing_to_undo'
    }
    if (this.takenBack.has(id + person)) return 'undone'
    if (isWaiting) return 'waitlisted'
    this.counting.set(id, person)
    return mine.length > 0 ? 'already_arrived' : 'arrived'
  }
}

const scanOf = (registrationId: string): Scan => ({
  id: newId(),
  kind: 'arrive',
  registrationId,
  at: new Date(),
})
const batchOf = (...scans: Scan[]) => ({ device: 'phone A', scans })

/** The same functions without their locks, a little slower between looking and writing. */
async function makeUnguarded() {
  for (const name of ['check_in_judge', 'check_in_record']) {
    const { rows } = await sql().query(`SELECT pg_get_functiondef($1::regproc) AS text`, [name])
    const text = (rows[0].text as string)
      .replace(/PERFORM pg_advisory_xact_lock(_shared)?\([^;]*;/g, 'PERFORM 1;')
      .replace('INSERT INTO check_in_fact', 'PERFORM pg_sleep(0.2); INSERT INTO check_in_fact')
      .replaceAll(/check_in_(judge|record)\(/g, 'unguarded_$1(')
    await sql().query(text)
  }
}

async function recordUnguarded(scan: Scan): Promise<string> {
  const { rows } = await sql().query("SELECT unguarded_record($1, $2, $3) -> 0 ->> 'outcome' AS outcome", [
    event.id,
    { device: 'phone A', userId: key.userId },
    JSON.stringify([scan]),
  ])
  return rows[0].outcome
}
