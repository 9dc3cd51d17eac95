import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { sql } from '../db/client'
import type { AdminKey } from '../keys'
import { countAccounts, countUnguarded, findAccount, listAccounts, listOnlyOwned } from './list-accounts'
import { accountFilter } from './schema'

useTestDatabase()

const key = {} as AdminKey

test('three thousand people are read page by page, each once, also while somebody comes', async () => {
  await sql().query(
    `INSERT INTO user_account (id, email, name)
     SELECT gen_random_uuid(), 'p' || n || '@example.org', CASE WHEN n % 3 > 0 THEN 'Person ' || n % 700 END
       FROM generate_series(1, 3000) n`,
  )
  const seen: string[] = []
  let after: string | undefined
  do {
    const { rows, next, count } = await listAccounts(key, { after })
    expect(count).toBeGreaterThanOrEqual(3_000)
    seen.push(...rows.map(({ email }) => email))
    if (!after) await makeUser({ name: 'AAA' })
    after = next ?? undefined
  } while (after)
  expect([seen.length, new Set(seen).size]).toEqual([3_000, 3_000])
})

test('somebody is found by parts of name and address, however it is written, and by what they are', async () => {
  const event = await makeEvent()
  const zoe = await makeUser({ name: 'Zoë Müller', isAdmin: true, roles: { [event.id]: 'owner' } })
  const locked = await makeUser({ name: '100% locked', disabledAt: new Date() })
  const found = async (filter: object) =>
    (await listAccounts(key, accountFilter.parse(filter))).rows.map(({ id }) => id)
  expect(await found({ q: 'muller zoe' })).toEqual([zoe.id])
  expect(await found({ q: zoe.email.slice(5, -4) })).toEqual([zoe.id])
  expect(await found({ q: '100%' })).toEqual([locked.id])
  expect(await found({ only: 'admins' })).toEqual([zoe.id])
  expect(await found({ only: 'owners' })).toEqual([zoe.id])
  expect(await found({ only: 'locked', q: 'zoe' })).toEqual([])
  expect(await found({ only: 'locked' })).toEqual([locked.id])
  expect(await countAccounts(key)).toMatchObject({ admins: 1 })
})

test('one account shows its latest events with its roles, when it was seen, and no token', async () => {
  const events = [await makeEvent(), await makeEvent(), await makeEvent(), await makeEvent()]
  const ada = await makeUser({
    name: 'Ada',
    roles: Object.fromEntries(events.map(({ id }) => [id, 'organizer' as const])),
  })
  expect(await findAccount(key, ada.id)).toMatchObject({ lastSeenAt: null, sessions: 0, eventCount: 4 })
  await makeSession(ada)
  const account = await findAccount(key, ada.id)
  expect(account?.events.map(({ slug, role }) => [slug, role]).sort()).toEqual(
    events.map(({ slug }) => [slug, 'organizer']).sort(),
  )
  expect(account?.lastSeenAt).toBeInstanceOf(Date)
  expect(Object.keys(account!).sort()).toEqual(
    [
      'id',
      'email',
      'name',
      'isAdmin',
      'isLocked',
      'createdAt',
      'hasSecondFactor',
      'lastSeenAt',
      'sessions',
      'eventCount',
      'events',
    ].sort(),
  )
  const { rows } = await listAccounts(key, { q: ada.email })
  expect([rows[0]!.eventCount, rows[0]!.events.length]).toEqual([4, 3])
  expect(await findAccount(key, crypto.randomUUID())).toBeNull()
})

test('whoever plans without a second factor is counted, and who owns something alone is named', async () => {
  const event = await makeEvent({ title: 'Alone' })
  const shared = await makeEvent({ title: 'Shared' })
  const owner = { [event.id]: 'owner', [shared.id]: 'owner' } as const
  const ada = await makeUser({ roles: owner })
  const before = await countUnguarded({ userId: ada.id } as AdminKey)
  expect(before.isMe).toBe(true)
  await makeUser({ roles: { [shared.id]: 'owner' } })
  await makeUser({ roles: { [event.id]: 'owner' }, disabledAt: new Date() })
  await makeUser({ roles: { [event.id]: 'check_in' } })
  await sql().query(
    'INSERT INTO totp_factor (user_id, secret, started_at, confirmed_at) VALUES ($1, $2, now(), now())',
    [ada.id, 'sealed'],
  )
  expect(await countUnguarded({ userId: ada.id } as AdminKey)).toEqual({ people: before.people, isMe: false })
  expect(await listOnlyOwned(key, ada.id)).toEqual(['Alone'])
  expect((await findAccount(key, ada.id))!.hasSecondFactor).toBe(true)
})
