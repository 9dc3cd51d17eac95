import { expect, it } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { closeDatabase, sql } from '@/lib/db/client'
import { env, setEnvironment } from '@/lib/env'
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
