import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { askOnce, dropSpareDatabases, makeSpareDatabase } from '@/e2e/support/spare-database'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { keyOf } from '@/prisma/factories/lines'
import { type MadeRegistration, makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { restoreBackup } from '../backups/restore-backup'
import { closeDatabase, db } from '../db/client'
import { env, setEnvironment } from '../env'
import { eraseMe } from '../registrations/erase-me'
import { backupCommand } from './backup-command'
import { eraseDueCommand } from './erase-due-command'
import { restoreCommand } from './restore-command'

useTestDatabase()
dropSpareDatabases()

const folder = mkdtempSync(path.join(os.tmpdir(), 'lanyard-restore-'))
const [file, bare] = [path.join(folder, 'backup'), path.join(folder, 'bare')]
let source: { DATABASE_URL: string; NEXTAUTH_SECRET: string }
let person: MadeRegistration
let said = ''

beforeAll(async () => {
  setEnvironment({ DATA_DIR: folder })
  const event = await makeEvent({ slug: 'kickoff' })
  person = await makeRegistration(event)
  await makeUser({ email: 'left@example.org', roles: { [event.id]: 'organizer' } })
  source = { DATABASE_URL: env().databaseUrl!, NEXTAUTH_SECRET: env().secret }
  await closeDatabase()
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  said = ''
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += text
      return true
    })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await closeDatabase()
  setEnvironment(source)
})

const kept = { isEmbedded: true, keepsSecret: true, close: async () => {} }
const given = { ...kept, keepsSecret: false }
const secretFile = path.join(folder, 'secret')

test('a backup says what is in it, and whether its reader can act for everybody', async () => {
  expect(await backupCommand([file])).toBe(0)
  expect(said).toMatch(
    /^Backed up 1 event with 1 registration to \S+ \(\d+ kB\)\.\nIt holds everybody's data and the secret/,
  )
  said = ''
  expect(await backupCommand([bare, '--without-secret'])).toBe(0)
  expect(said).toContain('The secret is not in it')
})

test('where a secret is set, another one is refused until somebody says that links may die', async () => {
  setEnvironment({
    DATABASE_URL: await makeSpareDatabase(),
    NEXTAUTH_SECRET: 'another secret of invented tests, long',
  })
  for (const one of [file, bare]) {
    expect(await restoreCommand([one], given)).toBe(1)
    expect(said).toContain('was made with another NEXTAUTH_SECRET')
    expect(await askOnce(env().databaseUrl!, `SELECT to_regclass('event') AS found`)).toEqual([
      { found: null },
    ])
  }
  expect(await restoreCommand([file, '--keep-secret'], given)).toBe(0)
  expect(said).toMatch(/Restored 1 event with 1 registration as of 20\S+Z\.\nEverybody signs in again\.\n$/)
})

test('where it lies in the data folder, that of the backup takes its place, unless it has none', async () => {
  writeFileSync(secretFile, 'old')
  const DATABASE_URL = await makeSpareDatabase()
  setEnvironment({ DATABASE_URL, NEXTAUTH_SECRET: 'another secret of invented tests, long' })
  expect(await restoreCommand([bare], kept)).toBe(1)
  expect(await restoreCommand([file], kept)).toBe(0)
  expect(readFileSync(secretFile, 'utf8')).toBe(`${source.NEXTAUTH_SECRET}\n`)
  writeFileSync(secretFile, 'since')
  await closeDatabase()
  expect(await restoreCommand([file], kept)).toBe(1)
  expect(said).toContain('Say --replace')
  expect(readFileSync(secretFile, 'utf8')).toBe('since')
})

test('who was erased after the backup is not brought back by it', async () => {
  const about = () =>
    askOnce(source.DATABASE_URL, `SELECT status::text, name LIKE 'Ada%' AS "isNamed" FROM registration`)
  expect(await about()).toEqual([{ status: 'confirmed', isNamed: true }])
  await eraseMe(keyOf(person))
  await db().teamMember.deleteMany()
  const erased = await about()
  await closeDatabase()
  expect(await restoreCommand([file, '--replace'], given)).toBe(0)
  expect(said).toContain('taken since: left@example.org (organizer, kickoff).\n')
  await closeDatabase()
  expect(await about()).toEqual(erased)
  expect(erased).toEqual([{ status: 'cancelled', isNamed: false }])
  await closeDatabase()
  // Struck down right after what it put back was there for good.
  const { databaseUrl } = env()
  const how = { databaseUrl: databaseUrl!, mayReplace: true, sendsWaiting: false, mark: 'struck' }
  expect((await restoreBackup(file, how)).ok).toBe(true)
  expect(await about()).toEqual([{ status: 'confirmed', isNamed: true }])
  said = ''
  expect(await eraseDueCommand([])).toBe(0)
  await closeDatabase()
  expect(await about()).toEqual(erased)
})

test('a file that is none or is cut short, and a database where somebody is, are told', async () => {
  const [other, cut] = [path.join(folder, 'other'), path.join(folder, 'cut')]
  writeFileSync(other, 'something else')
  writeFileSync(cut, readFileSync(file).subarray(0, -100))
  const guest = new pg.Client({ connectionString: source.DATABASE_URL })
  await guest.connect()
  for (const [one, sentence] of [
    [other, 'is no backup of Lanyard.'],
    [cut, 'is damaged or cut short; nothing was changed.'],
    [file, 'Somebody is connected to this database.'],
  ] as const) {
    said = ''
    expect(await restoreCommand([one, '--replace'], kept)).toBe(1)
    expect(said).toContain(sentence)
  }
  await guest.end()
  expect(existsSync(`${secretFile}.next`)).toBe(false)
})

test('words that are none, files that are not there and places that cannot be written are told', async () => {
  for (const [command, words, sentence] of [
    [backupCommand, [], 'Say where to: '],
    [backupCommand, [file, 'more'], 'Say where to: '],
    [backupCommand, [file, '--wrong'], 'Say where to: '],
    [backupCommand, [path.join(folder, 'no/where')], 'cannot be written (ENOENT).'],
    [restoreCommand, [], 'Say from where: '],
    [restoreCommand, [path.join(folder, 'nothing')], 'cannot be read (ENOENT).'],
    [restoreCommand, [folder], 'cannot be read (EISDIR).'],
  ] as const) {
    said = ''
    expect(await command([...words], given)).toBe(1)
    expect(said).toContain(sentence)
  }
  setEnvironment({ DATABASE_URL: await makeSpareDatabase() })
  expect(await backupCommand([path.join(folder, 'none')])).toBe(1)
  expect(said).toContain('There is nothing in this database to back up.')
})
