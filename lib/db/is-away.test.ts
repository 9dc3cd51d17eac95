import net, { type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { env, setEnvironment } from '../env'
import { closeDatabase, db, sql } from './client'
import { isDatabaseAway } from './is-away'

useTestDatabase()

const house = net.createServer()
afterEach(async () => {
  await closeDatabase()
  house.close()
})

test('a database that refuses, or accepts and never answers, is away, for whoever asks it', async () => {
  const { databaseUrl } = env()
  await new Promise<void>((resolve) => house.listen(0, '127.0.0.1', resolve))
  const silent = (house.address() as AddressInfo).port
  for (const port of [1, silent]) {
    await closeDatabase()
    setEnvironment({ DATABASE_URL: `postgresql://app@127.0.0.1:${port}/lanyard` })
    const asking = [
      sql().query('SELECT 1'),
      db().event.count(),
      db().$transaction(async (tx) => await tx.event.count()),
    ]
    for (const asked of await Promise.allSettled(asking))
      expect(asked.status === 'rejected' && isDatabaseAway(asked.reason), JSON.stringify(asked)).toBe(true)
  }
  setEnvironment({ DATABASE_URL: databaseUrl! })
})

test('a question that takes too long is cut off as away; a mistake of ours is not', async () => {
  const slow = { text: 'SELECT pg_sleep(5)', query_timeout: 50 }
  expect(await failing(sql().query(slow))).toSatisfy(isDatabaseAway)
  expect(isDatabaseAway(await failing(sql().query('SELECT nonsense')))).toBe(false)
  expect(isDatabaseAway(await failing(db().event.findUniqueOrThrow({ where: { slug: 'nowhere' } })))).toBe(
    false,
  )
  const broken = 'Client has encountered a connection error and is not queryable'
  expect(isDatabaseAway(new Error(broken))).toBe(true)
  expect(isDatabaseAway(new Error('something else'))).toBe(false)
})

test.each(['53100', '53200', '25006'])('a database that cannot write (%s) is away, too', async (code) => {
  const raise = `DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`
  expect(await failing(sql().query(raise))).toSatisfy(isDatabaseAway)
  expect(await failing(db().$executeRawUnsafe(raise))).toSatisfy(isDatabaseAway)
})

const failing = (asked: Promise<unknown>) =>
  asked.then(
    () => expect.unreachable(),
    (error) => error,
  )
