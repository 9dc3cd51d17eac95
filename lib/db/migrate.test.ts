import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { env } from '@/lib/env'
import { sql } from './client'
import { migrate } from './migrate'

useTestDatabase()

const folder = mkdtempSync(path.join(os.tmpdir(), 'lanyard-migrations-'))
const write = (name: string, text: string) => {
  mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, name, 'migration.sql'), text)
}
const tableExists = async (name: string) => {
  const { rows } = await sql().query('SELECT to_regclass($1) IS NOT NULL AS found', [name])
  return rows[0].found
}

beforeAll(() => {
  write(
    '1_first',
    'CREATE TABLE first (id int); CREATE FUNCTION one() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql;',
  )
  write('2_second', 'ALTER TABLE first ADD COLUMN more text;')
})

it('applies what is missing, once, even when two start together', async () => {
  const url = env().databaseUrl!
  const [one, other] = await Promise.all([migrate(url, folder), migrate(url, folder)])
  expect([...one, ...other]).toEqual(['1_first', '2_second'])
  expect(await migrate(url, folder)).toEqual([])
})

it('leaves nothing of a migration that fails, and tries it again next time', async () => {
  const url = env().databaseUrl!
  write('3_broken', 'CREATE TABLE half (id int); SELECT nonsense;')
  await expect(migrate(url, folder)).rejects.toThrow(
    'The migration 3_broken failed: column "nonsense" does not exist',
  )
  expect(await tableExists('half')).toBe(false)
  write('3_broken', 'CREATE TABLE half (id int);')
  expect(await migrate(url, folder)).toEqual(['3_broken'])
})

it('notices that an applied migration was changed', async () => {
  write('2_second', 'ALTER TABLE first ADD COLUMN less text;')
  await expect(migrate(env().databaseUrl!, folder)).rejects.toThrow(
    '2_second was changed after it was applied',
  )
})
