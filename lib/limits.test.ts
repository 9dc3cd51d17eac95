import { beforeEach, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { closeDatabase, db, sql } from './db/client'
import { newId } from './ids'
import { mayGoOn, networkOf, tryUnder } from './limits'

useTestDatabase()

let key: string
beforeEach(() => {
  key = newId()
})

test('as many as allowed go on, then nobody', async () => {
  expect(await tries(5)).toEqual([true, true, true, false, false])
})

test('one person’s tries are not another’s, nor those of another limit', async () => {
  await tries(4)
  expect(await tries(1, newId())).toEqual([true])
  expect(await tries(1, key, 'ring')).toEqual([true])
})

test('of twenty at once exactly as many as allowed go on', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => mayGoOn('knock', key, 3, 60)))
  expect(answers.filter(Boolean)).toHaveLength(3)
})

test('what went well is given back, what went wrong counts for each thing that was wrong', async () => {
  for (let time = 0; time < 10; time++) expect(await guess(0)).toBe('looked at')
  expect([await guess(2), await guess(0), await guess(1), await guess(0)]).toEqual([
    ...['looked at', 'looked at', 'looked at'],
    null,
  ])
})

test('however many right ones come at once, none is taken for a wrong one', async () => {
  expect(await Promise.all(Array.from({ length: 20 }, () => guess(0)))).not.toContain(null)
})

test('of forty wrong ones at once, in two processes, exactly as many are looked at as may go wrong', async () => {
  vi.resetModules()
  const elsewhere = await import('./limits')
  expect(elsewhere.tryUnder).not.toBe(tryUnder)
  const both = Array.from({ length: 40 }, (_, at) => guess(1, at % 2 ? elsewhere.tryUnder : tryUnder))
  expect((await Promise.all(both)).filter(Boolean)).toHaveLength(3)
  await (await import('./db/client')).closeDatabase()
})

test('when the time is over it begins anew', async () => {
  await tries(4)
  await db().rateLimit.updateMany({ where: { key: `knock:${key}` }, data: { expire: Date.now() - 1 } })
  expect(await tries(4)).toEqual([true, true, true, false])
})

test('the count is kept where every process sees it, also after a restart', async () => {
  await tries(2)
  await closeDatabase()
  expect(await tries(2)).toEqual([true, false])
})

test('a database that cannot count is an error, not a permission', async () => {
  await sql().query('ALTER TABLE rate_limit RENAME TO rate_limit_elsewhere')
  await expect(mayGoOn('knock', key, 3, 60)).rejects.toThrow('rate_limit')
  await sql().query('ALTER TABLE rate_limit_elsewhere RENAME TO rate_limit')
})

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ['192.0.2.7', '192.0.2.7'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

async function tries(count: number, who = key, limit = 'knock'): Promise<boolean[]> {
  const answers = []
  for (let time = 0; time < count; time++) answers.push(await mayGoOn(limit, who, 3, 60))
  return answers
}

const guess = (wrongs: number, tryIt = tryUnder): Promise<string | null> =>
  tryIt(
    ['guess', key, 3, 60],
    async () => 'looked at',
    () => wrongs,
  )
