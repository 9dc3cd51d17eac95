import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent, makePool } from '@/prisma/factories/events'
import { datesBetween } from '../dates'
import { db, sql } from '../db/client'
import { newId } from '../ids'
import type { AttendeeKey } from '../keys'
import { lockPools } from '../places/lock-pools'
import { resizePool } from '../places/resize-pool'
import { cancelMine } from './cancel'
import { promoteWaiting } from './promote'
import { getOfferFor } from './queries'
import { readForm } from './read-form'
import { type RegisterAnswer, register } from './register'
import type { EventOffer } from './schema'

const nights = ['2027-04-15', '2027-04-16']
const month = 30 * 86_400_000
const cases = { numRuns: 1000 }

let eventId: string
let offer: EventOffer
let days: string[]
let pools: string[]

describe('with everybody at the same door', () => {
  useTestDatabase()
  beforeAll(openHall)

  test('whoever comes, goes or moves walls at once: nothing is sold twice and no place stands empty before a line', async () => {
    await fc.assert(fc.asyncProperty(storyOf, tell), cases)
  })
})

describe('without the lock, the second look and the constraint', () => {
  useTestDatabase()
  beforeAll(openHall)
  beforeAll(removeTheGuard)

  test('the very same property finds more people than places', async () => {
    const rush = { hasLine: true, sizes: pools.map(() => 1), bursts: [[0, 1, 2, 3].map(plainJoin)] }
    const property = fc.asyncProperty(storyOf, tell)
    const found = await fc.check(property, { ...cases, endOnFailure: true, examples: [[rush]] })
    expect(found.failed).toBe(true)
    expect(String(found.errorInstance)).toContain('more people than places')
  })
})

const sizeOf = fc.option(fc.nat(2), { nil: null, freq: 4 })
const joining = fc.record({
  act: fc.constant('join' as const),
  person: fc.nat(5),
  form: fc.nat(1),
  presence: fc.constantFrom('on_site', 'on_site', 'on_site', 'remote'),
  days: fc.subarray([0, 1]),
  nights: fc.subarray([0, 1]),
  walks: fc.boolean(),
})
const cancelling = fc.record({ act: fc.constant('cancel' as const), whom: fc.nat(11) })
const resizing = fc.record({ act: fc.constant('resize' as const), pool: fc.nat(6), size: sizeOf })
const stepOf = fc.oneof(
  { arbitrary: joining, weight: 6 },
  { arbitrary: cancelling, weight: 3 },
  { arbitrary: resizing, weight: 2 },
)

/** The steps of one burst happen truly at once; six people and two forms each, so that doubles come up all the time. */
const storyOf = fc.record({
  hasLine: fc.constantFrom(true, true, true, false),
  sizes: fc.array(sizeOf, { minLength: 7, maxLength: 7 }),
  bursts: fc.array(fc.array(stepOf, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
})
type Drawn<T> = T extends fc.Arbitrary<infer V> ? V : never
type Story = Drawn<typeof storyOf>
type Join = Drawn<typeof joining>
type Burst = Story['bursts'][number]

async function tell({ hasLine, sizes, bursts }: Story): Promise<void> {
  await emptyHall(hasLine, sizes)
  const [caseId, networkAddress] = [newId(), newId()]
  const join = async (step: Join) => {
    const answer = await register(offer, readJoin(step, caseId), { language: 'en', networkAddress })
    return { step, answer }
  }
  let before = await look()
  for (const burst of bursts) {
    const known = before.people.map(({ id }) => id)
    const joins = await Promise.all(
      burst.map((step) =>
        step.act === 'join' ? join(step) : step.act === 'cancel' ? cancel(known, step.whom) : resize(step),
      ),
    )
    const after = await look()
    checkPlaces(before, after, burst)
    checkPeople(after, hasLine)
    checkLine(after, hasLine)
    const isOnlyJoining = burst.every(({ act }) => act === 'join')
    for (const joined of joins) if (joined) checkAnswer(after, joined.step, joined.answer, isOnlyJoining)
    before = after
  }
}

async function cancel(known: string[], whom: number): Promise<void> {
  const registrationId = known[whom % known.length]
  if (registrationId) await cancelMine({ eventId, registrationId } as AttendeeKey)
}

async function resize({ pool, size }: Drawn<typeof resizing>): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockPools(tx, eventId)
    await resizePool(tx, pools[pool]!, size)
    await promoteWaiting(tx, eventId)
  })
}

type Seen = Awaited<ReturnType<typeof look>>

function checkPlaces(before: Seen, after: Seen, burst: Burst): void {
  const oversold = after.pools.filter(({ id, taken }) => {
    const was = before.pools.find((pool) => pool.id === id)!
    const sizes = burst.flatMap((step) =>
      step.act === 'resize' && pools[step.pool] === id ? [step.size] : [],
    )
    // Whoever is in stays in when a size sinks; nobody comes in above every size there was.
    return (
      taken > Math.max(was.taken, ...[was.size, ...sizes].map((size) => size ?? Number.POSITIVE_INFINITY))
    )
  })
  expect(oversold, 'more people than places').toEqual([])
  const held = after.claims.filter(({ state }) => state === 'held').flatMap((claim) => claim.pools)
  for (const { id, size, ceiling, taken } of after.pools) {
    expect(taken, 'what is taken is what people hold').toBe(held.filter((pool) => pool === id).length)
    expect(ceiling, 'the ceiling stays where people are and sinks with them').toBe(
      size === null ? null : Math.max(size, taken),
    )
  }
}

function checkPeople({ people, claims, mails }: Seen, hasLine: boolean): void {
  const live = people.filter(({ status }) => status !== 'cancelled')
  expect(new Set(live.map(({ email }) => email)).size, 'one live registration per address').toBe(live.length)
  for (const { id, status } of people) {
    const mine = claims.filter(({ registrationId }) => registrationId === id)
    const own = mine.filter(({ kind }) => kind === 'event').map(({ state }) => state)
    const rest = mine.filter(({ kind }) => kind !== 'event').map(({ state }) => state)
    const told = mails.filter(({ registrationId }) => registrationId === id).map(({ kind }) => kind)
    if (status === 'cancelled') expect(mine, 'who cancelled claims nothing').toEqual([])
    else expect(own, 'the event place decides').toEqual([status === 'confirmed' ? 'held' : 'waiting'])
    if (status === 'waitlisted') expect(new Set(rest), 'who waits holds nothing').not.toContain('held')
    // Without a line, nights that are gone are kept as a wish that nobody promises.
    const restless = mine.filter(({ kind }) => kind !== 'stay' || hasLine).map(({ state }) => state)
    if (status === 'confirmed') expect(restless, 'who is in rests no wish').not.toContain('wished')
    expect(told.filter((kind) => kind === 'cancelled')).toHaveLength(status === 'cancelled' ? 1 : 0)
    if (status === 'confirmed') expect(told.join(), 'who is in was told').toMatch(/confirmed|promoted/)
  }
}

function checkLine({ pools: places, claims }: Seen, hasLine: boolean): void {
  const waiting = claims.filter(({ state }) => state === 'waiting')
  const isFree = (id: string) => places.some((one) => one.id === id && (one.size ?? 9e9) > one.taken)
  const forgotten = waiting.filter((claim) => claim.pools.every(isFree))
  expect(forgotten, 'nobody waits before a place that is free').toEqual([])
  if (!hasLine) expect(waiting, 'without a line nobody waits').toEqual([])
  for (const pool of places) {
    const line = waiting.filter((claim) => claim.pools.includes(pool.id))
    expect(pool.waiting, 'each thing knows how many wait for it').toBe(line.length)
  }
}

function checkAnswer(after: Seen, step: Join, answer: RegisterAnswer, isOnlyJoining: boolean): void {
  if (!answer.ok) {
    expect(['event_full', 'wrong_answers']).toContain(answer.refusal)
    return
  }
  const { outcome, registrationId, claims } = answer.value
  if (outcome === 'already_registered') {
    const told = after.mails.filter(({ kind }) => kind === 'already_registered').map(({ to }) => to)
    expect(told, 'who is there already is told in the mailbox').toContain(addressOf(step))
    return
  }
  for (const { subjectId, state, ahead } of claims) {
    const mine = after.claims.find(
      (claim) => claim.registrationId === registrationId && claim.subjectId === subjectId,
    )
    if (isOnlyJoining) expect([mine?.state, mine && aheadOf(after, mine)]).toEqual([state, ahead])
    else if (mine?.kind === 'event' && mine.state === 'waiting')
      expect(aheadOf(after, mine), 'a line only gets shorter').toBeLessThanOrEqual(ahead ?? -1)
  }
}

function aheadOf({ claims }: Seen, mine: Seen['claims'][number]): number | null {
  if (mine.state !== 'waiting') return null
  const isBefore = (other: typeof mine) => `${other.queuedAt} ${other.id}` < `${mine.queuedAt} ${mine.id}`
  const wantsSame = (other: typeof mine) => other.pools.some((pool) => mine.pools.includes(pool))
  return claims.filter((one) => one.state === 'waiting' && isBefore(one) && wantsSame(one)).length
}

const addressOf = ({ person }: Join) => `person-${person}@example.org`
const plainJoin = (person: number): Join => ({
  act: 'join',
  person,
  form: 0,
  presence: 'on_site',
  days: [],
  nights: [],
  walks: false,
})

function readJoin(step: Join, caseId: string) {
  const read = readForm({
    name: ['Ada'],
    email: [addressOf(step)],
    presence: [step.presence],
    photo: ['fine'],
    days: step.days.map((at) => days[at]!),
    nights: step.nights.map((at) => nights[at]!),
    activities: step.walks ? ['walk'] : [],
    submissionId: [`${caseId}-${step.person}-${step.form}`],
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.input
}

async function openHall(): Promise<void> {
  const rooms = { key: 'single', name: 'Single', nights: { [nights[0]!]: 1, [nights[1]!]: 1 } }
  const made = await makeEvent({
    startsAt: new Date(Date.now() + month),
    endsAt: new Date(Date.now() + month + 86_400_000),
    activities: [{ key: 'walk', presence: 'both' }],
    hotels: [{ key: 'ibis', name: 'ibis', roomTypes: [rooms] }],
  })
  eventId = made.id
  days = datesBetween(made.startsAt, made.endsAt, made.timezone)
  for (const day of days) await makePool(eventId, 'day', null, day)
  const rows = await db().pool.findMany({ where: { eventId }, orderBy: { id: 'asc' } })
  pools = rows.map(({ id }) => id)
}

async function emptyHall(hasLine: boolean, sizes: (number | null)[]): Promise<void> {
  await sql().query('DELETE FROM registration WHERE event_id = $1', [eventId])
  await sql().query(
    `UPDATE pool SET taken = 0, size = wanted.size, ceiling = wanted.size
       FROM unnest($1::uuid[], $2::integer[]) wanted(id, size) WHERE pool.id = wanted.id`,
    [pools, sizes],
  )
  const waiting = hasLine ? 'auto' : 'off'
  await sql().query('UPDATE event SET waiting = $2 WHERE id = $1 AND waiting <> $2', [eventId, waiting])
  offer = await getOfferFor({ eventId })
}

async function look() {
  type Pool = { id: string; size: number | null; ceiling: number | null; taken: number; waiting: number }
  type Person = { id: string; status: string; email: string }
  type Mail = { registrationId: string; kind: string; to: string }
  type Claim = {
    id: string
    registrationId: string
    kind: string
    subjectId: string
    state: string
    queuedAt: string
    pools: string[]
  }
  const { rows } = await sql().query<{ pools: Pool[]; people: Person[]; mails: Mail[]; claims: Claim[] }>(
    `SELECT
      (SELECT json_agg(p) FROM (SELECT id, size, ceiling, taken, waiting FROM pool WHERE event_id = $1) p) AS pools,
      (SELECT COALESCE(json_agg(r), '[]') FROM (SELECT id, status, email_normalized AS email FROM registration
         WHERE event_id = $1 ORDER BY id) r) AS people,
      (SELECT COALESCE(json_agg(m), '[]') FROM (SELECT registration_id AS "registrationId", kind, to_address AS to
         FROM outbox_mail WHERE event_id = $1) m) AS mails,
      (SELECT COALESCE(json_agg(c), '[]') FROM (SELECT id, registration_id AS "registrationId", kind, state, subject_id AS "subjectId",
         to_char(queued_at, 'YYYY-MM-DD HH24:MI:SS.US') AS "queuedAt",
         ARRAY(SELECT pool_id FROM claim_place WHERE claim_id = claim.id) AS pools FROM claim WHERE event_id = $1) c) AS claims`,
    [eventId],
  )
  return rows[0]!
}

/** Looks without locking, thinks a moment, and writes without looking again; the database no longer objects. */
async function removeTheGuard(): Promise<void> {
  const { rows } = await sql().query("SELECT pg_get_functiondef('places_take'::regproc) AS text")
  const unguarded = (rows[0].text as string)
    .replace(' FOR UPDATE', '')
    .replace('UPDATE pool SET taken', 'PERFORM pg_sleep(0.05); UPDATE pool SET taken')
    .replace(' AND (size IS NULL OR taken < size)', '')
  await sql().query(unguarded)
  await sql().query('ALTER TABLE pool DROP CONSTRAINT pool_never_oversold')
}
