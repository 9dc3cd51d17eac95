import os from 'node:os'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { db, sql } from '../db/client'
import { listMigrations } from '../db/migrate'
import { env, setEnvironment } from '../env'
import { runSweeps } from '../jobs/run-sweeps'
import type { AdminKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { lookAfterHouse } from './look-after-house'

useTestDatabase()

const key = {} as AdminKey
const to = { name: '', address: 'ada@example.org', language: 'en' } as const

test('mails are counted with those that nobody may read', async () => {
  const ids = await db().$transaction(async (tx) => [
    await queueMail(tx, { kind: 'sign_in', to, facts: {}, token: 'a-token' }),
    await queueMail(tx, { kind: 'made_admin', to, facts: {} }),
    await queueMail(tx, { kind: 'made_admin', to, facts: {} }),
    await queueMail(tx, { kind: 'sign_in', to, facts: {}, token: 'another-token' }),
    await queueMail(tx, { kind: 'made_admin', to, facts: {} }),
  ])
  const [createdAt, sentAt] = [new Date('2026-03-01T10:00Z'), new Date('2026-03-02T10:00Z')]
  await db().outboxMail.update({ where: { id: ids[0]! }, data: { createdAt } })
  await db().outboxMail.update({ where: { id: ids[1]! }, data: { state: 'sent', sentAt } })
  for (const id of ids.slice(2)) await db().outboxMail.update({ where: { id }, data: { state: 'failed' } })
  await db().outboxMail.update({ where: { id: ids[4]! }, data: { createdAt } })
  expect((await lookAfterHouse(key)).mails).toEqual({
    waiting: 1,
    failed: 3,
    failedLately: 1,
    sent: 1,
    oldestWaitingAt: createdAt,
    lastSentAt: sentAt,
    hasServer: false,
  })
})

test('what runs by itself is listed, and what is kept has its size', async () => {
  setEnvironment({ DATA_DIR: os.tmpdir() })
  const stop = runSweeps([{ name: 'mails', everySeconds: 1, run: async () => {} }])
  const { sweeps, storage } = await lookAfterHouse(key)
  await stop()
  // A test before may have left one of its own running in this process.
  expect(sweeps.map(({ name }) => name)).toContain('mails')
  expect(storage.bytes).toBeGreaterThan(1_000_000)
  const bytes = storage.tables.map((table) => table.bytes)
  expect([bytes.length, bytes]).toEqual([6, bytes.toSorted((one, other) => other - one)])
  expect(storage.disk!.free).toBeGreaterThan(0)
  expect(storage.disk!.size).toBeGreaterThanOrEqual(storage.disk!.free)
})

test('a folder that is not there has no disk to tell of', async () => {
  const { dataDir } = env()
  setEnvironment({ DATA_DIR: '/nothing/is/here' })
  expect((await lookAfterHouse(key)).storage.disk).toBeNull()
  setEnvironment({ DATA_DIR: dataDir })
})

test('a migration that was not applied is named', async () => {
  const names = listMigrations()
  expect((await lookAfterHouse(key)).migrations).toEqual({
    applied: names.length,
    missing: [],
    last: names.at(-1),
  })
  await sql().query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [names[0]])
  expect((await lookAfterHouse(key)).migrations.missing).toEqual([names[0]])
})

test('versions are those that run', async () => {
  const { versions } = await lookAfterHouse(key)
  expect(versions.node).toBe(process.versions.node)
  expect(versions.postgres).toMatch(/^\d+\.\d+$/)
  expect(versions.version).toMatch(/^\d+\.\d+\.\d+$/)
})
