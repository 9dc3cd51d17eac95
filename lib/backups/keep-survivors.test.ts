import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeDevice, makeDeviceLink } from '@/prisma/factories/devices'
import { makeEvent } from '@/prisma/factories/events'
import { makeAccessToken, makeUser } from '@/prisma/factories/team'
import { leaveTraces } from '@/prisma/factories/traces'
import { closeDatabase, db, sql } from '../db/client'
import { env } from '../env'
import { optOut } from '../group-mails/opt-out'
import { newId } from '../ids'
import { hashToken, newToken } from '../tokens'
import { makeBackup } from './make-backup'
import { restoreBackup } from './restore-backup'
import { endings } from './rules'

useTestDatabase()

const folder = mkdtempSync(path.join(os.tmpdir(), 'lanyard-survivors-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('who may do again what was taken from them is said, and a house keeps an admin', async () => {
  const event = await makeEvent({ slug: 'kickoff' })
  const made = (name: string, more = {}) => makeUser({ email: `${name}@example.org`, ...more })
  const roles = (role: 'owner' | 'organizer' | 'check_in') => ({ roles: { [event.id]: role } })
  await made('stays', roles('owner'))
  const [gone, lower] = [await made('gone', roles('organizer')), await made('lower', roles('owner'))]
  const locked = await made('locked', roles('check_in'))
  const admin = await made('admin', { isAdmin: true })
  const restore = await keep('roles')
  await db().teamMember.deleteMany({ where: { userId: { in: [gone.id, locked.id] } } })
  await db().teamMember.updateMany({ where: { userId: lower.id }, data: { role: 'check_in' } })
  await db().user.update({ where: { id: locked.id }, data: { disabledAt: new Date() } })
  await made('since', { isAdmin: true })
  await db().user.update({ where: { id: admin.id }, data: { disabledAt: new Date(), isAdmin: false } })
  expect((await restore()).returned).toEqual([
    'admin@example.org (admin)',
    'gone@example.org (organizer, kickoff)',
    'lower@example.org (owner, kickoff)',
  ])
  const admins = await db().user.findMany({ where: { isAdmin: true, disabledAt: null } })
  expect(admins.map(({ email }) => email)).toEqual(['admin@example.org'])
  expect((await db().user.findUniqueOrThrow({ where: { id: locked.id } })).disabledAt).not.toBeNull()
})

test('who was locked out since stays out, by every way that can be ended', async () => {
  const { event } = await leaveTraces('survivor')
  await makeDevice(event, { linkId: (await makeDeviceLink(event)).id })
  const user = await makeUser({ roles: { [event.id]: 'check_in' } })
  await makeAccessToken('check_in_api', user)
  await db().recoveryCode.create({ data: { userId: user.id, hash: 'of a code' } })
  const handout = await db().handout.findFirstOrThrow()
  const [expiresAt, createdAt] = [new Date(), new Date()]
  const link = { id: newId(), eventId: event.id, handoutId: handout.id, hash: hashToken(newToken()) }
  await db().handoutLink.create({ data: { ...link, expiresAt, createdAt } })
  const keeper = await makeUser({ isAdmin: true })
  for (const { table, column } of endings)
    await sql().query(`UPDATE ${table} SET ${column} = NULL WHERE ${column} IS NOT NULL`)
  const restore = await keep('endings')
  for (const { table, column } of endings) {
    const spared = table === 'user_account' ? `id <> '${keeper.id}'` : 'true'
    const { rowCount } = await sql().query(`UPDATE ${table} SET ${column} = now() WHERE ${spared}`)
    expect(rowCount, `leave a row in ${table}`).toBeGreaterThan(0)
  }
  const before = await openOnes()
  await restore()
  expect(await openOnes()).toEqual(before)
  expect(await db().user.findMany({ where: { disabledAt: null } })).toMatchObject([{ id: keeper.id }])
})

test('who wants no news, or wants it again, is not asked twice, and links of mails sent since work', async () => {
  const event = await makeEvent()
  const [leaves, comes] = [await makeOptOut(event, null), await makeOptOut(event, new Date())]
  const restore = await keep('news')
  const since = await makeOptOut(event, new Date())
  await makeOptOut(await makeEvent(), new Date())
  await optOut(leaves)
  await optOut(comes, false)
  await restore()
  const rows = await db().mailOptOut.findMany({ where: { optedOutAt: { not: null } } })
  const hashes = [leaves, since].map(hashToken)
  expect(rows.map(({ hash }) => hash).filter((hash) => hashes.includes(hash))).toHaveLength(2)
  expect(rows.map(({ hash }) => hash)).not.toContain(hashToken(comes))
  expect(await db().mailOptOut.count({ where: { eventId: event.id } })).toBe(3)
  expect(await optOut(since, false)).toEqual({ ok: true, value: null })
})

/** A backup of the house as it is; gives how to put it back. */
async function keep(name: string) {
  const file = path.join(folder, name)
  const databaseUrl = env().databaseUrl!
  await makeBackup(file, { databaseUrl, secret: null })
  return async () => {
    await closeDatabase()
    const how = { databaseUrl, mayReplace: true, sendsWaiting: false, mark: newId() }
    const restored = await restoreBackup(file, how)
    if (!restored.ok) throw new Error(restored.refusal)
    return restored.value
  }
}

async function openOnes() {
  const open: Record<string, number> = {}
  for (const { table, column } of endings) {
    const asked = `SELECT count(*)::integer AS open FROM ${table} WHERE ${column} IS NULL`
    open[`${table}.${column}`] = (await sql().query<{ open: number }>(asked)).rows[0]!.open
  }
  return open
}

async function makeOptOut({ id: eventId }: { id: string }, optedOutAt: Date | null) {
  const token = newToken()
  const link = { addressHash: hashToken(newToken()), hash: hashToken(token) }
  await db().mailOptOut.create({ data: { id: newId(), eventId, ...link, optedOutAt } })
  return token
}
