import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { openEmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { bodyMaker, hiddenControls, multipartType } from './bench/filled-form'
import { copyPreparedData } from './faults/copy-prepared-data'
import { manageLink } from './support/mailbox'
import {
  freePort,
  newDataFolder,
  removeFolder,
  runToEnd,
  runUntilEnded,
  startServer,
} from './support/own-server'
import { openPostOffice } from './support/post-office'

let folder: string
test.beforeEach(() => {
  folder = newDataFolder()
})
test.afterEach(() => removeFolder(folder))

const lanyard = (data: string, ...words: string[]) =>
  runToEnd(['bin/lanyard.ts', ...words], { DATA_DIR: path.join(folder, data) })

test('a backup made while people register opens elsewhere as it was, links included, and mails nobody twice', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const post = await openPostOffice()
  await copyPreparedData(path.join(folder, 'here'))
  const settings = { DATA_DIR: path.join(folder, 'here'), PORT: await freePort(), SMTP_URL: post.url }
  const server = await startServer(settings)
  const form = `${server.url}/events/example-hackathon/register`
  const told: string[] = []
  let isOver = false
  const rush = registerUntil(form, told, () => isOver)
  await expect.poll(() => told.length, { timeout: 60_000 }).toBeGreaterThan(10)
  const before = [...told]
  const file = path.join(folder, 'backup')
  const made = await lanyard('here', 'backup', file)
  expect([made.code, made.said]).toEqual([
    0,
    expect.stringMatching(/^Backed up 1 event with \d+ registrations to /),
  ])
  isOver = true
  await rush
  expect(told.length).toBeGreaterThan(before.length)
  const letter = () => post.arrived.find(({ to }) => to[0] === before[0])
  await expect.poll(letter, { timeout: 60_000 }).toBeTruthy()
  await server.end('SIGTERM')
  const letters = post.arrived.length

  const restored = await lanyard('there', 'restore', file)
  expect([restored.code, restored.said]).toEqual([
    0,
    expect.stringMatching(/^Restored 1 event with \d+ registrations as of /),
  ])
  const [here, there] = [await readTables('here'), await readTables('there')]
  for (const [table, rows] of Object.entries(there))
    if (!['outbox_mail', 'history_entry', '_prisma_migrations', 'pool'].includes(table))
      expect(
        rows.filter((row) => !here[table]!.includes(row)),
        table,
      ).toEqual([])
  const addresses = there.registration!.join('\n')
  expect(before.filter((address) => !addresses.includes(address))).toEqual([])

  const next = await startServer({ ...settings, DATA_DIR: path.join(folder, 'there') })
  await page.goto(manageLink(letter()!.mail).replace(server.url, next.url))
  await expect(page.getByRole('heading', { name: /Ada Example/ })).toBeVisible()
  const ready = await fetch(`${next.url}/api/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
  await next.end('SIGTERM')
  expect(post.arrived).toHaveLength(letters)
  await post.close()
})

test('a restore that is struck down leaves everything as it was, or is through; what was erased since is gone before anybody comes', async () => {
  test.setTimeout(180_000)
  const file = path.join(folder, 'backup')
  for (const data of ['here', 'there']) await copyPreparedData(path.join(folder, data))
  writeFileSync(path.join(folder, 'there/secret'), 'a secret of invented tests, long enough\n')
  await ask('here', fillHistory, fillPeople)
  expect((await lanyard('here', 'backup', file)).code).toBe(0)
  await ask(
    'there',
    `INSERT INTO tombstone SELECT 'person', ${personId}, now() FROM generate_series(1, ${people}) i`,
  )
  const secret = () => readFileSync(path.join(folder, 'there/secret'), 'utf8')
  const [before, secretBefore] = [await readTables('there'), secret()]
  await strikeDown(file, async () => {})
  expect(await readTables('there')).toEqual(before)
  expect(secret()).toBe(secretBefore)

  const left = async (client: pg.Client) => {
    const { rows } = await client.query<{ waiting: number }>(
      'SELECT count(*) FILTER (WHERE is_pending)::integer AS waiting FROM tombstone',
    )
    return rows[0]!.waiting
  }
  // Nobody sees the tables before all of it is there.
  const isErasing = (client: pg.Client) =>
    expect.poll(() => left(client), { timeout: 60_000, intervals: [1] }).toBeLessThan(people)
  await strikeDown(file, isErasing)
  expect(secret()).toBe(readFileSync(path.join(folder, 'here/secret'), 'utf8'))
  expect(secret()).not.toBe(secretBefore)
  expect((await readTables('there')).history_entry!.length).toBeGreaterThan(entries)
  const named = `SELECT 1 FROM registration WHERE name = 'Ada Example'`
  expect(await ask('there', named)).not.toEqual([])
  const server = await startServer({ DATA_DIR: path.join(folder, 'there'), PORT: await freePort() })
  expect(await ask('there', named, 'SELECT 1 FROM tombstone WHERE is_pending')).toEqual([])
  await server.end('SIGTERM')
})

/** Begins to put the backup in the place of what is there, and strikes it down amid that, or when `isLater` says so. */
async function strikeDown(file: string, isLater: (client: pg.Client) => Promise<void>) {
  const { url, stop } = await openEmbeddedPostgres(path.join(folder, 'there/postgres'))
  const settings = { DATA_DIR: path.join(folder, 'there') }
  const restoring = runUntilEnded(['bin/lanyard.ts', 'restore', file, '--replace'], settings)
  const watcher = new pg.Client({ connectionString: url.replace(/lanyard$/, 'postgres') })
  await watcher.connect()
  const isFilling = async () =>
    (await watcher.query(`SELECT 1 FROM pg_stat_activity WHERE query LIKE 'COPY "history_entry"%'`)).rowCount
  await expect.poll(isFilling, { timeout: 60_000, intervals: [1] }).toBeTruthy()
  // It has seen by now that nobody else is there.
  const guest = new pg.Client({ connectionString: url })
  await guest.connect()
  await isLater(guest)
  expect((await restoring.end('SIGKILL')).code).toBeNull()
  await guest.end()
  await expect.poll(isFilling, { timeout: 60_000 }).toBeFalsy()
  await watcher.end()
  await stop()
}

const [entries, people] = [100_000, 150]
const personId = `md5(i::text)::uuid`
const fillHistory = `INSERT INTO history_entry (id, at, actor_kind, act, subject)
  SELECT gen_random_uuid(), now(), 'system', 'offered', 'event' FROM generate_series(1, ${entries})`
const fillPeople = `INSERT INTO registration (id, event_id, code, status, cancel_reason, name, email, email_normalized,
         presence, photo, language, manage_token_hash, registered_at)
  SELECT ${personId}, event.id, 'code-' || i, 'cancelled', 'person', 'Ada Example', i || '@example.org',
         i || '@example.org', 'on_site', 'fine', 'en', md5(i::text), now()
    FROM event, generate_series(1, ${people}) i`

/** Asks a built-in database one thing after the other; the answers to all of it. */
async function ask(data: string, ...statements: string[]): Promise<object[]> {
  const { url, attached, stop } = await openEmbeddedPostgres(path.join(folder, data, 'postgres'))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found: object[] = []
  for (const statement of statements) found.push(...(await client.query(statement)).rows)
  await client.end()
  if (!attached) await stop()
  return found
}

/** Every table's rows, of a built-in database that nobody uses. */
async function readTables(data: string): Promise<Record<string, string[]>> {
  const { url, stop } = await openEmbeddedPostgres(path.join(folder, data, 'postgres'))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const listed = `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`
  const found: Record<string, string[]> = {}
  for (const { name } of (await client.query(listed)).rows) {
    const { rows } = await client.query(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`)
    found[name] = rows.map(({ row }) => row)
  }
  await client.end()
  await stop()
  return found
}

async function registerUntil(formUrl: string, told: string[], isOver: () => boolean) {
  const answers: [string, string][] = [
    ['name', 'Ada Example'],
    ['presence', 'on_site'],
    ['photo', 'fine'],
  ]
  const newBody = bodyMaker([...(await hiddenControls(formUrl)), ...answers])
  const headers = { 'content-type': multipartType, origin: new URL(formUrl).origin }
  while (!isOver()) {
    const body = newBody()
    const answer = await fetch(formUrl, { method: 'POST', headers, body, redirect: 'manual' })
    expect(answer.status).toBe(303)
    told.push(/person-\S+@example\.org/.exec(body)![0])
  }
}
