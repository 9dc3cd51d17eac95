import { existsSync, mkdtempSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openPostOffice } from '@/e2e/support/post-office'
import { useTestDatabase } from '@/e2e/support/test-database'
import { closeDatabase, db, sql } from '@/lib/db/client'
import { env, setEnvironment } from '@/lib/env'
import { queueMail } from '@/lib/mail/queue-mail'
import { makeUser } from '@/prisma/factories/team'
import { lookAround, seeSite } from './look-around'

useTestDatabase()
beforeEach(() => setEnvironment({ SMTP_URL: '' }))

const look = () => lookAround(() => {})

test('the database tells its clock, its version, who is admin and which mails are late', async () => {
  expect((await look()).database).toMatchObject({ missing: 0, admins: 0, lateMails: 0, failedMails: 0 })
  await makeUser({ isAdmin: true })
  await makeUser({ isAdmin: true, disabledAt: new Date() })
  const to = { name: '', address: 'ada@example.org', language: 'en' } as const
  const before = new Date(Date.now() - 11 * 60_000)
  for (const state of ['waiting', 'waiting', 'failed', 'sent'] as const) {
    const id = await db().$transaction((tx) => queueMail(tx, { kind: 'sign_in', to, facts: {} }))
    await db().outboxMail.update({ where: { id }, data: { state, createdAt: before, nextAttemptAt: before } })
  }
  await sql().query(
    'DELETE FROM _prisma_migrations WHERE started_at = (SELECT max(started_at) FROM _prisma_migrations)',
  )
  const seen = (await look()).database
  expect(seen).toMatchObject({ missing: 1, admins: 1, lateMails: 2, failedMails: 1, connections: 100 })
  if ('why' in seen) return expect.unreachable()
  expect(Math.abs(seen.ahead)).toBeLessThan(2_000)
  expect(seen.future).toBeLessThan(0)
  expect(seen.version).toBeGreaterThanOrEqual(180_000)
})

test('where nothing was started yet nothing is made', async () => {
  const { databaseUrl, dataDir } = env()
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'lanyard-nothing-')), 'data')
  setEnvironment({ DATABASE_URL: '', DATA_DIR: folder })
  const { database } = await look()
  setEnvironment({ DATABASE_URL: databaseUrl!, DATA_DIR: dataDir })
  expect(database).toEqual({ why: expect.stringContaining('made by the first start') })
  expect(existsSync(folder)).toBe(false)
})

test('a database that is away is told in the words of a start', async () => {
  const { databaseUrl } = env()
  setEnvironment({ DATABASE_URL: 'postgresql://app@127.0.0.1:1/away' })
  const why = 'The database at DATABASE_URL cannot be reached (ECONNREFUSED). Check that it runs there.'
  expect((await look()).database).toEqual({ why })
  await closeDatabase()
  setEnvironment({ DATABASE_URL: databaseUrl! })
})

test('a mail server that is there is fine, one that is not says why', async () => {
  const office = await openPostOffice()
  setEnvironment({ SMTP_URL: office.url })
  expect((await look()).post).toBeNull()
  await office.close()
  setEnvironment({ SMTP_URL: office.url })
  expect((await look()).post).toMatch(/^E/)
})

const proxies: http.Server[] = []
afterAll(() => {
  for (const proxy of proxies) proxy.close()
})

test('what stands in front is seen: another site, a cache, headers that are taken away, nothing at all', async () => {
  let visits = 0
  const policy = { 'content-security-policy': "script-src 'nonce-abc'" }
  const ours = { isOurs: true, isKept: false, hasPolicy: true }
  const visit = () => ({ ...policy, 'x-request-id': String(++visits) })
  expect(await seeSite(await proxy(visit))).toEqual(ours)
  expect(await seeSite(await proxy(() => ({ ...policy, 'x-request-id': 'kept' })))).toEqual({
    ...ours,
    isKept: true,
  })
  expect(await seeSite(await proxy(() => ({ 'x-request-id': String(++visits) })))).toEqual({
    ...ours,
    hasPolicy: false,
  })
  expect(await seeSite(await proxy(visit, 'Welcome to nginx'))).toEqual({ ...ours, isOurs: false })
  const gone = await proxy(visit)
  await new Promise((resolve) => proxies.pop()!.close(resolve))
  expect(await seeSite(gone)).toEqual({ why: 'ECONNREFUSED' })
})

async function proxy(headers: () => Record<string, string>, live = '{"status":"live"}'): Promise<string> {
  const server = http.createServer(({ url }, response) => {
    response.writeHead(200, headers()).end(url === '/api/health/live' ? live : '<h1>Events</h1>')
  })
  proxies.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
