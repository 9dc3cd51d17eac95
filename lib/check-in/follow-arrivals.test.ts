import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeDevice } from '@/prisma/factories/devices'
import { makeDoorKey } from '@/prisma/factories/doors'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeSession } from '@/prisma/factories/team'
import { db } from '../db/client'
import { env } from '../env'
import { newId } from '../ids'
import type { CheckInKey } from '../keys'
import { setPhotoPreference } from '../registrations/set-photo-preference'
import { followArrivals } from './follow-arrivals'
import { recordScans } from './record-scans'
import type { DoorNews } from './schema'

useTestDatabase()

let event: MadeEvent
let staff: CheckInKey
const leaving: (() => void)[] = []

beforeEach(async () => {
  event = await makeEvent()
  staff = await makeDoorKey(event)
})
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
})

test('a scan is heard by everybody at this door within two seconds, once, and by nobody at another', async () => {
  const others = await makeDoorKey(await makeEvent())
  const [first, second, elsewhere] = [follow(staff), follow(staff), follow(others)]
  const { id } = await makeRegistration(event)
  const factId = await scan(id)
  for (const heard of [first, second])
    await vi.waitFor(() => expect(factsOf(heard)).toEqual([factId]), within(2_000))
  const next = await scan(id)
  await vi.waitFor(() => expect(factsOf(first)).toEqual([factId, next]), within(2_000))
  expect(factsOf(elsewhere)).toEqual([])
})

test('what another process announces is heard before anybody would have looked', async () => {
  const heard = follow(staff)
  await vi.waitFor(() => expect(heard.news).toHaveLength(1), within(2_000))
  const elsewhere = new pg.Client({ connectionString: env().databaseUrl })
  await elsewhere.connect()
  const { id } = await makeRegistration(event)
  const factId = newId()
  const scans = [{ id: factId, kind: 'arrive', registrationId: id, at: new Date() }]
  const actor = { device: 'phone B', userId: staff.userId }
  await settle()
  await elsewhere.query('SELECT check_in_record($1, $2, $3)', [
    event.id,
    JSON.stringify(actor),
    JSON.stringify(scans),
  ])
  await elsewhere.query(`SELECT pg_notify('check_in', $1)`, [event.id])
  await vi.waitFor(() => expect(factsOf(heard)).toEqual([factId]), within(1_000))
  await elsewhere.end()
})

test('an announcement that is lost costs a second or two; a change of somebody is news too', async () => {
  const { id } = await makeRegistration(event, { photo: 'not_asked' })
  const heard = follow(staff)
  await setPhotoPreference(staff, id, 'no_camera')
  await vi.waitFor(() => expect(heard.people.at(-1)).toMatchObject({ i: id, p: 'no_camera' }), within(3_500))
})

test('whoever may not be here any more is told within five seconds, and then nothing', async () => {
  const revoked = await makeDevice(event)
  const demoted = await makeDevice(event, { role: 'supervisor' })
  const expired = await makeDevice(event)
  const signedOut = await signedInAtTheDoor()
  const keys = [revoked.key, demoted.key, expired.key, signedOut, await signedInAtTheDoor(), staff]
  const [one, two, three, four, ...staying] = keys.map(follow)
  await db().device.update({ where: { id: revoked.id }, data: { revokedAt: new Date() } })
  await db().device.update({ where: { id: demoted.id }, data: { role: 'scan_only' } })
  await db().device.update({ where: { id: expired.id }, data: { endsAt: new Date(Date.now() - 1000) } })
  await db().session.delete({ where: { id: signedOut.sessionId! } })
  for (const ended of [one!, two!, three!, four!])
    await vi.waitFor(() => expect(ended.isOver).toBe(true), within(5_000))
  const factId = await scan((await makeRegistration(event)).id)
  for (const stays of staying) await vi.waitFor(() => expect(factsOf(stays)).toEqual([factId]), within(2_000))
  expect([...staying.map(({ isOver }) => isOver), ...factsOf(one!)]).toEqual([false, false])
})

async function signedInAtTheDoor(): Promise<CheckInKey> {
  const key = await makeDoorKey(event)
  await makeSession({ id: key.userId })
  const { id: sessionId } = await db().session.findFirstOrThrow({ where: { userId: key.userId } })
  return { ...key, sessionId }
}

type Heard = { news: DoorNews[]; people: DoorNews['people']; isOver: boolean }

function follow(key: CheckInKey): Heard {
  const heard: Heard = { news: [], people: [], isOver: false }
  const hear = (news: DoorNews) => {
    heard.news.push(news)
    heard.people.push(...news.people)
  }
  const over = () => {
    heard.isOver = true
  }
  leaving.push(followArrivals({ key, hear, over }))
  return heard
}

const within = (timeout: number) => ({ timeout, interval: 20 })
const factsOf = ({ news }: Heard) => news.flatMap(({ arrivals }) => arrivals.map(({ f }) => f))

async function scan(registrationId: string): Promise<string> {
  const id = newId()
  await recordScans(staff, {
    device: 'phone A',
    scans: [{ id, kind: 'arrive', registrationId, at: new Date() }],
  })
  return id
}

/** Until the line that hears announcements is laid. */
const settle = () =>
  vi.waitFor(async () => {
    const [row] = await db().$queryRaw<{ lines: number }[]>`
      SELECT count(*)::integer AS lines FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE 'LISTEN %' AND state = 'idle'`
    expect(row!.lines).toBeGreaterThan(0)
  }, within(4_000))
