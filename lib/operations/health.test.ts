import { expect, it, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { closeDatabase, db, sql } from '@/lib/db/client'
import { env, setEnvironment } from '@/lib/env'
import { runSweeps } from '@/lib/jobs/run-sweeps'
import { queueMail } from '@/lib/mail/queue-mail'
import { checkReadiness } from './health'

useTestDatabase()

it('is ready when the database answers and knows every migration', async () => {
  expect(await checkReadiness()).toEqual({ status: 'ready' })
})

it('is not ready while a migration is missing', async () => {
  const forget =
    'DELETE FROM _prisma_migrations WHERE started_at = (SELECT max(started_at) FROM _prisma_migrations) RETURNING *'
  const { rows } = await sql().query(forget)
  expect(await checkReadiness()).toEqual({ status: 'not_ready', reason: 'migrations_missing' })
  for (const { id, checksum, migration_name, finished_at } of rows) {
    const values = [id, checksum, migration_name, finished_at]
    await sql().query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ($1, $2, $3, $4)',
      values,
    )
  }
  expect(await checkReadiness()).toEqual({ status: 'ready' })
})

it('is not ready while pages find every connection taken, and is with the first that is free', async () => {
  const taken = await Promise.all(Array.from({ length: env().databasePoolSize }, () => sql().connect()))
  expect(await checkReadiness()).toEqual({ status: 'not_ready', reason: 'connections_taken' })
  const [first, ...others] = taken
  first!.release()
  expect(await checkReadiness()).toEqual({ status: 'ready' })
  for (const one of others) one.release()
})

it('is degraded, and serves on, while a mail waits for more than ten minutes', async () => {
  const to = { name: '', address: 'ada@example.org', language: 'en' } as const
  const before = (minutes: number) => new Date(Date.now() - minutes * 60_000)
  const id = await db().$transaction((tx) => queueMail(tx, { kind: 'sign_in', to, facts: {} }))
  const told = async (data: {
    createdAt?: Date
    nextAttemptAt?: Date
    attempts?: number
    state?: 'sent'
  }) => {
    await db().outboxMail.update({ where: { id }, data })
    return await checkReadiness()
  }
  const late = { status: 'degraded', reasons: ['mails_late'] }
  expect(await told({ createdAt: before(9), nextAttemptAt: before(9) })).toEqual({ status: 'ready' })
  expect(await told({ createdAt: before(11), nextAttemptAt: before(11) })).toEqual(late)
  expect(await told({ nextAttemptAt: new Date() })).toEqual({ status: 'ready' })
  expect(await told({ attempts: 3 })).toEqual(late)
  expect(await told({ state: 'sent' })).toEqual({ status: 'ready' })
})

it('is degraded while something that runs by itself hangs', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  let end = () => {}
  const hanging = new Promise<void>((resolve) => (end = resolve))
  const stop = runSweeps([{ name: 'hanging', everySeconds: 60, run: () => hanging }])
  expect(await checkReadiness()).toEqual({ status: 'ready' })
  vi.setSystemTime(Date.now() + 7 * 60_000)
  expect(await checkReadiness()).toEqual({ status: 'degraded', reasons: ['sweeps_late'] })
  vi.useRealTimers()
  end()
  await stop()
  expect(await checkReadiness()).toEqual({ status: 'ready' })
})

it('says so within five seconds when the database is away, and is ready again once it is back', async () => {
  const { databaseUrl } = env()
  await closeDatabase()
  setEnvironment({ DATABASE_URL: 'postgresql://app@192.0.2.1:5432/away' })
  const began = Date.now()
  expect(await checkReadiness()).toEqual({ status: 'not_ready', reason: 'database_away' })
  expect(Date.now() - began).toBeLessThan(5_000)
  await closeDatabase()
  setEnvironment({ DATABASE_URL: databaseUrl! })
  expect(await checkReadiness()).toEqual({ status: 'ready' })
})
