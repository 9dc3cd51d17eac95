import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { askOnce, dropSpareDatabases, makeSpareDatabase } from '@/e2e/support/spare-database'
import { layNextSecret, settleSecret } from './next-secret'

dropSpareDatabases()
const folder = mkdtempSync(path.join(os.tmpdir(), 'lanyard-secret-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a secret that came with a backup is the one of the installation when, and only when, the data is there', async () => {
  const file = path.join(folder, 'secret')
  writeFileSync(file, 'the old one\n')
  const url = await makeSpareDatabase()
  await settleSecret(folder, url)
  layNextSecret(folder, 'this restore', 'the new one')
  await settleSecret(folder, url)
  const comment = (mark: string) => askOnce(url, `COMMENT ON TABLE _prisma_migrations IS '${mark}'`)
  await askOnce(url, 'CREATE TABLE _prisma_migrations ()')
  await comment('the restore before')
  await settleSecret(folder, url)
  expect(readFileSync(file, 'utf8')).toBe('the old one\n')
  await comment('this restore')
  for (const _ of ['once', 'again']) await settleSecret(folder, url)
  expect(readFileSync(file, 'utf8')).toBe('the new one\n')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(existsSync(path.join(folder, 'secret.next'))).toBe(false)
})
