import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askOnce, dropSpareDatabases, makeSpareDatabase } from '@/e2e/support/spare-database'
import { useTestDatabase } from '@/e2e/support/test-database'
import { closeDatabase, db } from '@/lib/db/client'
import { type Migration, readMigrations } from '@/lib/db/migrate'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { queueMail } from '@/lib/mail/queue-mail'
import { makeEmailChange, makeTotp } from '@/prisma/factories/accounts'
import { makeEvent } from '@/prisma/factories/events'
import { fillEvent } from '@/prisma/factories/filled-event'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeAccessToken, makeSession, makeUser } from '@/prisma/factories/team'
import { makeBackup } from './make-backup'
import type { Restored } from './restore-backup'
import { restoreBackup } from './restore-backup'

useTestDatabase()
dropSpareDatabases()

const folder = mkdtempSync(path.join(os.tmpdir(), 'lanyard-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = path.join(folder, 'house.lanyard')
const forgotten = newId()
const hostile = 'tab\tquote\'"\\N \\. \\\r\n\u0001 ☃ 𝕏 أ \u202e;DROP TABLE event;--'

// What the house does not have yet and might: every kind of value, keys in a circle, counters, triggers that watch.
const later: Migration[] = [
  {
    name: '29990101000000_strange_things',
    checksum: 'one',
    sql: `CREATE TYPE mood AS ENUM ('fine', 'so, so');
      CREATE TABLE strange (id int GENERATED ALWAYS AS IDENTITY, "Odd ""name""" text, bytes bytea, at timestamptz,
        exact numeric, rough float8, things jsonb, moods mood[], other int, doubled int GENERATED ALWAYS AS (other * 2) STORED,
        PRIMARY KEY (id), FOREIGN KEY (other) REFERENCES strange (id));
      CREATE TABLE circle (id int PRIMARY KEY REFERENCES strange (id));
      ALTER TABLE strange ADD round int REFERENCES circle (id);
      CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'watched'; END $$;
      CREATE CONSTRAINT TRIGGER watching AFTER INSERT OR UPDATE OF other ON strange DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION touched();`,
  },
]
const newer: Migration = {
  name: '29990202000000_even_stranger',
  checksum: 'two',
  sql: `ALTER TYPE mood ADD VALUE 'new'; UPDATE strange SET rough = 1 WHERE rough IS NULL;
    ALTER TABLE strange ADD added text DEFAULT 'since';`,
}
const known = [...readMigrations(), ...later]

beforeAll(async () => {
  const night = '2027-04-15'
  const room = { key: 'single', name: hostile, nights: { [night]: 20 } }
  const event = await makeEvent({
    title: hostile,
    onSite: 40,
    activities: [{ key: 'walk', size: 20 }, { key: 'tour' }],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili', size: 50 }] }],
    hotels: [{ key: 'inn', name: 'Inn', roomTypes: [room] }],
  })
  await fillEvent(event)
  await makeRegistration(event, { name: "Null O'Brien", organization: hostile, allergies: 'nuts' })
  const user = await makeUser({ roles: { [event.id]: 'owner' } })
  await makeSession(user)
  const { id: sessionId } = await db().session.findFirstOrThrow()
  const asked = { challenge: 'of a passkey', purpose: 'prove', expiresAt: new Date() }
  await db().passkeyChallenge.create({ data: { sessionId, ...asked } })
  await makeEmailChange(user, { old: 'old', new: 'new' })
  await makeTotp(user)
  for (const purpose of ['sign_in', 'check_in_api'] as const) await makeAccessToken(purpose, user)
  const to = { name: hostile, address: 'ada@example.org', language: 'de' } as const
  const facts = { [hostile]: [hostile, 1.5, null] }
  for (const kind of ['sign_in', 'team_invitation'] as const)
    await db().$transaction((tx) => queueMail(tx, { kind, to, facts, eventId: event.id, token: 'hidden' }))
  const erasedAt = new Date('2026-11-01')
  await db().tombstone.create({ data: { kind: 'person', subjectId: forgotten, erasedAt } })
  await db().historyEntry.create({
    data: { id: newId(), eventId: event.id, actorKind: 'system', act: 'offered', subject: 'event', facts },
  })
  await db().$executeRawUnsafe(`UPDATE registration SET registered_at = '2026-10-25 00:30:00.123Z'`)
  for (const { name, checksum, sql } of later) {
    await db().$executeRawUnsafe(`DO $do$ BEGIN EXECUTE $sql$${sql}$sql$; END $do$`)
    await db().$executeRaw`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
                           VALUES (${newId()}, ${checksum}, ${name}, clock_timestamp())`
  }
  await db().$executeRawUnsafe(`DO $do$ BEGIN
    ALTER TABLE strange DISABLE TRIGGER watching;
    INSERT INTO strange ("Odd ""name""", bytes, at, exact, rough, things, moods, other, round) OVERRIDING SYSTEM VALUE VALUES
      (NULL, '\\x00ff5c0a09', '2026-10-25 00:30:00.123456Z', 1e-30, 0.1, '{"a":"\\u2028\\\\"}', '{fine,"so, so"}', 1, NULL),
      ('', '', 'infinity', 'NaN', '-0', '[]', '{}', 1, NULL), ('\\N', NULL, '0044-03-15 00:00Z BC', NULL, NULL, 'null', NULL, NULL, NULL);
    INSERT INTO circle VALUES (1); UPDATE strange SET round = 1;
    ALTER TABLE strange ENABLE TRIGGER watching; END $do$`)
  await makeBackup(file, { databaseUrl: env().databaseUrl!, secret: null })
})

test('every row of every table comes back as it was, and only those who were let in sign in again', async () => {
  const target = await makeSpareDatabase()
  const restored = await restoreTo(target)
  const [before, after] = [await readAll(env().databaseUrl!), await readAll(target)]
  expect(Object.values(before).flat().length).toBeGreaterThan(300)
  expect(Object.keys(after)).toEqual(Object.keys(before))
  const gone = ['session', 'passkey_challenge', 'email_change']
  for (const emptied of ['rate_limit', ...gone]) expect(after[emptied], emptied).toEqual([])
  expect([before.access_token!.length, after.access_token!.length]).toEqual([2, 1])
  const changed = [...gone, 'access_token', 'tombstone', 'outbox_mail', 'history_entry', '_prisma_migrations']
  for (const [table, rows] of Object.entries(before))
    if (!changed.includes(table)) expect(after[table], table).toEqual(rows)
  expect(after.history_entry!.filter((row) => !before.history_entry!.includes(row))).toHaveLength(2)
  expect(restored.rows.registration).toBe(before.registration!.length)
  expect(await askOnce(target, 'INSERT INTO circle VALUES (2) RETURNING id')).toEqual([{ id: 2 }])
  await expect(askOnce(target, `INSERT INTO circle VALUES (9)`)).rejects.toThrow(/foreign key/)
  await expect(askOnce(target, `INSERT INTO strange (other) VALUES (1)`)).rejects.toThrow('watched')
  await expect(askOnce(target, `DELETE FROM history_entry`)).rejects.toThrow()
  expect(
    (await askOnce(target, `SELECT nextval(pg_get_serial_sequence('strange', 'id'))::int AS at`))[0],
  ).toEqual({
    at: 5,
  })
})

test('mails that waited are held for a person, and leave when nothing was sent since', async () => {
  const mails = `SELECT state::text, last_error, sealed FROM outbox_mail ORDER BY id`
  const waiting = { state: 'waiting', last_error: null, sealed: expect.any(String) }
  const target = await makeSpareDatabase()
  expect((await restoreTo(target)).held).toBe(2)
  const held = { ...waiting, state: 'failed', last_error: 'held_by_restore' }
  expect(await askOnce(target, mails)).toEqual([held, held])
  await restoreTo(target, { mayReplace: true, sendsWaiting: true })
  expect(await askOnce(target, mails)).toEqual([waiting, waiting])
})

test('a backup of an older version is brought up to this one', async () => {
  const target = await makeSpareDatabase()
  await restoreTo(target, { known: [...known, newer] })
  const found = await askOnce(target, `SELECT added, rough FROM strange WHERE "Odd ""name""" = '\\N'`)
  expect(found).toEqual([{ added: 'since', rough: 1 }])
})

test('only who says so replaces anything, only while nobody is there, and what was erased stays known', async () => {
  const target = await makeSpareDatabase()
  await restoreTo(target)
  const gone = newId()
  await askOnce(target, `UPDATE tombstone SET erased_at = '2026-12-01Z'`)
  await askOnce(target, `INSERT INTO tombstone VALUES ('person', '${gone}', '2026-12-02Z')`)
  await askOnce(target, `UPDATE event SET title = 'since'; CREATE TABLE left_over (id int)`)
  expect(await restoreBackup(file, wanted(target))).toEqual({ ok: false, refusal: 'not_empty' })
  const guest = new pg.Client({ connectionString: target })
  await guest.connect()
  const mayReplace = { mayReplace: true }
  expect(await restoreBackup(file, wanted(target, mayReplace))).toEqual({ ok: false, refusal: 'in_use' })
  await guest.end()
  await restoreTo(target, mayReplace)
  const [asked] = await askOnce(target, `SELECT title, to_regclass('left_over') AS left FROM event`)
  expect(asked).toEqual({ title: hostile, left: null })
  const stones = `SELECT subject_id AS id, erased_at AS at, is_pending AS waits FROM tombstone ORDER BY 2`
  expect(await askOnce(target, stones)).toEqual([
    { id: forgotten, at: new Date('2026-12-01'), waits: true },
    { id: gone, at: new Date('2026-12-02'), waits: true },
  ])
})

test('what is cut short, altered, newer or something else is refused before anything is touched', async () => {
  const bytes = readFileSync(file)
  const target = await makeSpareDatabase()
  const refusal = async (content: Buffer | string) => {
    const other = path.join(folder, 'other')
    writeFileSync(other, content)
    const answer = await restoreBackup(other, wanted(target, { mayReplace: true }))
    return answer.ok ? 'restored' : answer.refusal
  }
  for (let step = 0; step < 40; step++) {
    const at = 10 + Math.floor(((bytes.length - 10) * step) / 40)
    const flipped = Buffer.from(bytes)
    flipped[at]! ^= 1
    expect(await refusal(flipped), `byte ${at}`).toBe('damaged')
    expect(await refusal(bytes.subarray(0, at)), `cut at ${at}`).toBe('damaged')
  }
  expect(await refusal(bytes.subarray(0, -1))).toBe('damaged')
  expect(await refusal('')).toBe('no_backup')
  expect(await refusal('CREATE TABLE event')).toBe('no_backup')
  const older = await restoreBackup(file, wanted(target, { known: readMigrations() }))
  expect(older).toEqual({ ok: false, refusal: 'too_new' })
  expect(await askOnce(target, `SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual(
    [],
  )
})

test('an ordinary user with a database of its own can do it, twice', async () => {
  const target = new URL(await makeSpareDatabase())
  const name = target.pathname.slice(1)
  await askOnce(target.href, `CREATE ROLE ${name} LOGIN PASSWORD '${name}'`)
  await askOnce(target.href, `ALTER DATABASE ${name} OWNER TO ${name}`)
  Object.assign(target, { username: name, password: name })
  await restoreTo(target.href)
  await restoreTo(target.href, { mayReplace: true })
  expect(await askOnce(target.href, 'SELECT title FROM event')).toEqual([{ title: hostile }])
})

test('what fails amid restoring leaves everything as it was', async () => {
  const target = await makeSpareDatabase()
  await restoreTo(target)
  const before = await readAll(target)
  const broken = { ...newer, sql: 'ALTER TABLE strange DROP doubled; SELECT nonsense' }
  const failing = restoreBackup(file, wanted(target, { mayReplace: true, known: [...known, broken] }))
  await expect(failing).rejects.toThrow('29990202000000_even_stranger failed')
  expect(await readAll(target)).toEqual(before)
})

test('only its owner reads a backup, and one that could not be finished is not there', async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
  copyFileSync(file, path.join(folder, 'kept'))
  const away = new URL(env().databaseUrl!)
  away.pathname = '/postgres'
  const missing = path.join(folder, 'missing')
  await expect(makeBackup(missing, { databaseUrl: away.href, secret: null })).rejects.toThrow(
    '_prisma_migrations',
  )
  expect(existsSync(missing)).toBe(false)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

const wanted = (databaseUrl: string, more = {}) => ({
  databaseUrl,
  mayReplace: false,
  sendsWaiting: false,
  mark: newId(),
  known,
  ...more,
})

async function restoreTo(databaseUrl: string, more = {}): Promise<Restored> {
  const restored = await restoreBackup(file, wanted(databaseUrl, more))
  if (!restored.ok) throw new Error(restored.refusal)
  return restored.value
}

/** Every table's rows as PostgreSQL writes them, in order. */
async function readAll(url: string): Promise<Record<string, string[]>> {
  await closeDatabase()
  const tables = await askOnce<{ name: string }>(
    url,
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  )
  const read = async ({ name }: { name: string }) => {
    const rows = await askOnce<{ row: string }>(url, `SELECT t::text AS row FROM "${name}" t ORDER BY 1`)
    return [name, rows.map(({ row }) => row)] as const
  }
  return Object.fromEntries(await Promise.all(tables.map(read)))
}
