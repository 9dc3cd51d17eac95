import { beforeEach, expect, test } from 'vitest'
import { GET } from '@/app/api/metrics/route'
import { useTestDatabase } from '@/e2e/support/test-database'
import { closeDatabase, db } from '@/lib/db/client'
import { env, setEnvironment } from '@/lib/env'
import { newId } from '@/lib/ids'
import { runSweeps } from '@/lib/jobs/run-sweeps'
import { queueMail } from '@/lib/mail/queue-mail'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { countAnswer } from './metrics'
import { writeMetrics } from './write-metrics'

useTestDatabase()
const token = 'a-token-of-invented-tests'
beforeEach(() => setEnvironment({ METRICS_TOKEN: token }))

test('the whole installation in figures, and nobody in it', async () => {
  const event = await makeEvent({ slug: 'canary-event' })
  const over = { startsAt: new Date('2020-01-01T08:00Z'), endsAt: new Date('2020-01-01T18:00Z') }
  for (const status of ['confirmed', 'confirmed', 'waitlisted', 'cancelled'] as const)
    await makeRegistration(event, { status, name: 'Canary' })
  await makeRegistration(await makeEvent(over))
  const to = { name: 'Canary', address: 'canary@example.org', language: 'en' } as const
  for (const minutes of [3, 7]) {
    const id = await db().$transaction((tx) => queueMail(tx, { kind: 'sign_in', to, facts: {} }))
    await db().outboxMail.update({
      where: { id },
      data: { createdAt: new Date(Date.now() - minutes * 60_000) },
    })
  }
  await arrive(event)
  await arrive(event, 'undone since')
  const told = await read()
  expect(told['lanyard_registrations{state="confirmed"}']).toBe(4)
  expect(told['lanyard_registrations{state="waitlisted"}']).toBe(1)
  expect(told['lanyard_registrations{state="pending_approval"}']).toBe(0)
  expect(told.lanyard_arrivals).toBe(1)
  expect([told['lanyard_mails{state="waiting"}'], told['lanyard_mails{state="failed"}']]).toEqual([2, 0])
  expect(told.lanyard_mail_oldest_waiting_seconds).toBeGreaterThanOrEqual(420)
  expect(told.lanyard_mail_oldest_waiting_seconds).toBeLessThan(480)
  expect(told.lanyard_database_up).toBe(1)
  expect(told['lanyard_database_connections{state="in_use"}']).toBe(0)
  expect(told.process_resident_memory_bytes).toBeGreaterThan(1_000_000)
  expect(await writeMetrics()).not.toMatch(/canary/i)
})

test('answers by door, method and class of status; a method nobody knows is another one', async () => {
  countAnswer('/events/[slug]', { method: 'GET', status: 200, ms: 20 })
  countAnswer('/events/[slug]', { method: 'GET', status: 204, ms: 200 })
  countAnswer('none', { method: 'PROPFIND', status: 404, ms: 2 })
  const told = await read()
  expect(told['lanyard_http_requests_total{route="/events/[slug]",method="GET",status="2xx"}']).toBe(2)
  expect(told['lanyard_http_requests_total{route="none",method="other",status="4xx"}']).toBe(1)
  expect(told['lanyard_http_request_duration_seconds_bucket{le="0.03",route="/events/[slug]"}']).toBe(1)
  expect(told['lanyard_http_request_duration_seconds_count{route="/events/[slug]"}']).toBe(2)
})

test('a sweep that has worked says when, one that has not says never', async () => {
  let end = () => {}
  const working = new Promise<void>((resolve) => (end = resolve))
  const stop = runSweeps([
    { name: 'quick', everySeconds: 60, run: async () => {} },
    { name: 'slow', everySeconds: 60, run: () => working },
  ])
  await expect
    .poll(async () => (await read())['lanyard_sweep_last_run_timestamp_seconds{sweep="quick"}'])
    .toBeGreaterThan(1_700_000_000)
  const told = await read()
  expect(told['lanyard_sweep_last_run_timestamp_seconds{sweep="slow"}']).toBe(0)
  expect(told['lanyard_sweep_late{sweep="quick"}']).toBe(0)
  end()
  await stop()
})

test('without the database it says so, and what the process knows of itself', async () => {
  const { databaseUrl } = env()
  await closeDatabase()
  setEnvironment({ DATABASE_URL: 'postgresql://app@127.0.0.1:1/away' })
  const told = await read()
  expect([told.lanyard_database_up, told.lanyard_arrivals]).toEqual([0, undefined])
  await closeDatabase()
  setEnvironment({ DATABASE_URL: databaseUrl! })
})

test('only who brings the token is answered; without one there is no such door', async () => {
  const ask = async (authorization?: string) =>
    (
      await GET(
        new Request('http://localhost/api/metrics', { headers: authorization ? { authorization } : {} }),
      )
    ).status
  expect(await ask(`Bearer ${token}`)).toBe(200)
  for (const wrong of [
    undefined,
    token,
    'Bearer',
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    `Basic ${token}`,
  ])
    expect(await ask(wrong), wrong).toBe(401)
  setEnvironment({ METRICS_TOKEN: '' })
  expect(await ask(`Bearer ${token}`)).toBe(404)
  expect(await ask('Bearer ')).toBe(404)
})

/** Each sample by its name and labels; a line that is no sample, or told twice, is a mistake. */
async function read(): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const line of (await writeMetrics()).split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [, name, value] = /^([a-z_0-9]+(?:\{.*\})?) (\S+)$/.exec(line) ?? expect.unreachable(line)
    expect(found, line).not.toHaveProperty([name!])
    found[name!] = Number(value)
  }
  return found
}

async function arrive(event: MadeEvent, wasUndone = '') {
  const eventId = event.id
  const person = await makeRegistration(event)
  const { id: pointId } = await db().checkInPoint.findFirstOrThrow({ where: { eventId } })
  const at = new Date()
  const fact = { eventId, pointId, registrationId: person.id, device: 'test', deviceAt: at, serverAt: at }
  const id = newId()
  await db().checkInFact.create({ data: { ...fact, id, kind: 'arrive', outcome: 'arrived' } })
  const undo = { ...fact, id: newId(), kind: 'undo', undoes: id, outcome: 'undone' } as const
  if (wasUndone) await db().checkInFact.create({ data: undo })
}
