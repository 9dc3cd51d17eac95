import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeOwner } from '@/prisma/factories/team'
import { sql } from '../db/client'
import type { AdminKey } from '../keys'
import {
  countEventHistory,
  listAccountHistory,
  listActors,
  listEventHistory,
  listHouseActors,
} from './queries'
import { type HistoryFilter, historyFilter } from './schema'

useTestDatabase()

const zone = { timezone: 'Europe/Berlin' }
const none: HistoryFilter = {}

test('ten thousand lines are read page by page, each once, those of another event never', async () => {
  const event = await makeEvent()
  const { key, user } = await makeOwner(event)
  const other = await makeOwner(await makeEvent())
  await makeLines(event.id, user.id, 10_000)
  await makeLines(other.key.eventId, other.user.id, 3)
  const seen: string[] = []
  let before: string | undefined
  do {
    const { lines, next } = await listEventHistory(key, { before }, zone, 999)
    seen.push(...lines.map(({ id }) => id))
    before = next ?? undefined
  } while (before)
  expect([seen.length, new Set(seen).size]).toEqual([10_000, 10_000])
  expect(await listActors(key)).toEqual([user.id])
  expect(await countEventHistory(other.key, none, zone)).toBe(3)
  const foreign = await listEventHistory(other.key, { before: seen[0] }, zone)
  expect(foreign.lines).toEqual([])
})

test('a subject, a person, a kind of actor and days narrow it, all of them together', async () => {
  const event = await makeEvent()
  const { key, user } = await makeOwner(event)
  await makeLines(event.id, user.id, 4)
  const count = (filter: HistoryFilter) => countEventHistory(key, filter, zone)
  expect(await count({ group: 'lists' })).toBe(4)
  expect(await count({ group: 'team' })).toBe(0)
  expect(await count({ who: user.id })).toBe(4)
  expect(await count({ who: 'system' })).toBe(0)
  // The lines begin at 22:00 UTC on 31 March, an hour apart: midnight of 1 April in Berlin's summer.
  expect(await count({ from: '2026-04-01', to: '2026-04-01' })).toBe(4)
  expect(await count({ to: '2026-03-31' })).toBe(0)
  expect(historyFilter.parse({ from: '0000-01-01', to: '0000-12-31' })).toEqual({})
  expect(await count(historyFilter.parse({ from: '0001-01-01', to: '9999-12-31' }))).toBe(4)
  expect(historyFilter.parse({ group: 'nothing', who: 'nobody', from: 'today', before: '1' })).toEqual({})
})

const makeLines = (eventId: string, actorId: string, count: number) =>
  sql().query(
    `INSERT INTO history_entry (id, at, event_id, actor_kind, actor_id, act, subject, facts)
     SELECT gen_random_uuid(), timestamptz '2026-03-31 22:00Z' + n / 2 * interval '1 hour', $1, 'user', $2, 'exported', 'list', '{}'
       FROM generate_series(0, $3::integer - 1) n`,
    [eventId, actorId, count],
  )

test('of the house an admin reads what belongs to no event, page by page, and who changed something there', async () => {
  await sql().query('TRUNCATE history_entry')
  const event = await makeEvent()
  const { user } = await makeOwner(event)
  const admin = { userId: user.id } as AdminKey
  await makeLines(event.id, user.id, 5)
  const made = await makeHouseLines(user.id, ['made_admin', 'signed_in', 'set_event_creators'])
  await makeHouseLines('0190a000-0000-7000-8000-000000000000', ['signed_in'])
  const first = await listEventHistory(admin, { group: 'installation' }, zone, 1)
  const second = await listEventHistory(admin, { group: 'installation', before: first.next! }, zone, 1)
  expect([...first.lines, ...second.lines].map(({ id }) => id)).toEqual([made[2], made[0]])
  expect(second.next).toBeNull()
  expect((await listEventHistory(admin, none, zone)).lines).toHaveLength(4)
  expect(await listHouseActors(admin)).toEqual([user.id])
  expect((await listAccountHistory(admin, user.id)).map(({ act }) => act)).toEqual([
    'set_event_creators',
    'signed_in',
    'made_admin',
  ])
})

async function makeHouseLines(actorId: string, acts: string[]): Promise<string[]> {
  const ids = acts.map(() => crypto.randomUUID())
  for (const [at, act] of acts.entries())
    await sql().query(
      `INSERT INTO history_entry (id, at, actor_kind, actor_id, act, subject, subject_id)
       VALUES ($1, now() + $2 * interval '1 second', 'user', $3, $4, 'user', $3)`,
      [ids[at], at, actorId, act],
    )
  return ids
}
