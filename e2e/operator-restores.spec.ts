import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { openEmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { bodyMaker, hiddenControls, multipartType } from './bench/filled-form'
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
  const inUse = await lanyard('here', 'restore', file, '--replace')
  expect([inUse.code, inUse.complained]).toEqual([1, expect.stringContaining('Somebody is connected')])
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

test('a restore that is struck down leaves everything as it was, and then does all of it', async () => {
  test.setTimeout(120_000)
  const file = path.join(folder, 'backup')
  const other = path.join(folder, 'other')
  for (const [data, kept] of [
    ['here', file],
    ['there', other],
  ] as const) {
    expect((await lanyard(data, 'apply', 'prisma/example-event.yaml', '--yes')).code).toBe(0)
    if (data === 'here') await fillHistory(path.join(folder, data))
    expect((await lanyard(data, 'backup', kept)).code).toBe(0)
  }
  const secret = () => readFileSync(path.join(folder, 'there/secret'), 'utf8')
  const [before, secretBefore] = [await readTables('there'), secret()]
  const { url, stop } = await openEmbeddedPostgres(path.join(folder, 'there/postgres'))
  const settings = { DATA_DIR: path.join(folder, 'there') }
  const restoring = runUntilEnded(['bin/lanyard.ts', 'restore', file, '--replace'], settings)
  const watcher = new pg.Client({ connectionString: url.replace(/lanyard$/, 'postgres') })
  await watcher.connect()
  const isFilling = async () =>
    (await watcher.query(`SELECT 1 FROM pg_stat_activity WHERE query LIKE 'COPY "history_entry"%'`)).rowCount
  await expect.poll(isFilling, { timeout: 60_000, intervals: [1] }).toBeTruthy()
  expect((await restoring.end('SIGKILL')).code).toBeNull()
  await expect.poll(isFilling, { timeout: 60_000 }).toBeFalsy()
  await watcher.end()
  await stop()
  expect(await readTables('there')).toEqual(before)
  expect((await lanyard('there', 'export', 'example-hackathon')).code).toBe(0)
  expect(secret()).toBe(secretBefore)

  expect((await lanyard('there', 'restore', file, '--replace')).code).toBe(0)
  expect((await readTables('there')).history_entry).toHaveLength(200_000 + 1 + 2)
  expect(secret()).toBe(readFileSync(path.join(folder, 'here/secret'), 'utf8'))
  expect(secret()).not.toBe(secretBefore)
})

test('a file that is cut short or is something else is refused, and nothing is touched', async () => {
  const file = path.join(folder, 'backup')
  expect((await lanyard('here', 'apply', 'prisma/example-event.yaml', '--yes')).code).toBe(0)
  expect((await lanyard('here', 'backup', file)).code).toBe(0)
  const before = await readTables('here')
  const bytes = readFileSync(file)
  for (const [content, words] of [
    [bytes.subarray(0, -100), 'is damaged or cut short; nothing was changed'],
    [Buffer.from('something else'), 'is no backup of Lanyard'],
  ] as const) {
    writeFileSync(file, content)
    const { code, complained } = await lanyard('here', 'restore', file, '--replace')
    expect([code, complained]).toEqual([1, expect.stringContaining(words)])
  }
  rmSync(file)
  expect((await lanyard('here', 'restore', file)).complained).toBe(`${file} cannot be read (ENOENT).\n`)
  expect(await readTables('here')).toEqual(before)
  expect(existsSync(path.join(folder, 'here/secret.next'))).toBe(false)
})

async function fillHistory(data: string) {
  const { url, stop } = await openEmbeddedPostgres(path.join(data, 'postgres'))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`INSERT INTO history_entry (id, at, actor_kind, act, subject)
    SELECT gen_random_uuid(), now(), 'system', 'offered', 'event' FROM generate_series(1, 200000)`)
  await client.end()
  await stop()
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
