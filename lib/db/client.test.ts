import { expect, it, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { env, setEnvironment } from '@/lib/env'
import { closeDatabase, db, sql } from './client'

useTestDatabase()

it('reads an instant as the same instant, wherever the server is', async () => {
  const instant = new Date('2026-10-25T00:30:00.000Z')
  const [row] = await db().$queryRaw<{ at: Date }[]>`SELECT ${instant}::timestamptz AS at`
  expect(row?.at.toISOString()).toBe(instant.toISOString())
  const { rows } = await sql().query(`SELECT current_setting('TimeZone') AS zone`)
  expect(rows).toEqual([{ zone: 'UTC' }])
})

it('refuses a filter that turned out undefined', async () => {
  const slug = undefined as unknown as string
  await expect(db().event.findMany({ where: { slug } })).rejects.toThrow(/undefined/)
})

it('has whoever finds every connection taken wait in line, as long as an answer is waited for', async () => {
  const taken = await Promise.all(Array.from({ length: env().databasePoolSize }, () => sql().connect()))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const waiting = Promise.all([sql().query('SELECT 1 AS one'), db().$transaction((tx) => tx.event.count())])
  await vi.advanceTimersByTimeAsync(8_000)
  for (const one of taken) one.release()
  const [{ rows }, count] = await waiting
  vi.useRealTimers()
  expect([rows, count]).toEqual([[{ one: 1 }], 0])
})

it('gives up on a database that is away within five seconds', async () => {
  const { databaseUrl } = env()
  await closeDatabase()
  setEnvironment({ DATABASE_URL: 'postgresql://app@192.0.2.1:5432/away' })
  const began = Date.now()
  await expect(sql().query('SELECT 1')).rejects.toThrow()
  expect(Date.now() - began).toBeLessThan(5_000)
  await closeDatabase()
  setEnvironment({ DATABASE_URL: databaseUrl! })
})
