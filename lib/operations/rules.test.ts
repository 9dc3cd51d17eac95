import { expect, test } from 'vitest'
import { listTroubles } from './rules'
import type { HouseState } from './schema'

const now = new Date('2026-11-21T12:00Z')
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const mails = {
  ...{ waiting: 0, failed: 3, failedLately: 0, sent: 9 },
  ...{ oldestWaitingAt: null, lastSentAt: now, hasServer: true },
}
const sweep = { name: 'mails', everySeconds: 1, workedAt: now, isLate: false }
const fine: HouseState = {
  mails,
  sweeps: [sweep],
  storage: { bytes: 9_000_000, tables: [], disk: { free: 600_000_000, size: 100_000_000_000 } },
  migrations: { applied: 9, missing: [], last: 'the_house' },
  versions: { version: '0.1.0', commit: null, node: '20.20.0', postgres: '18.4' },
}

test('a house that is well needs nobody', () => {
  expect(listTroubles(fine, now)).toEqual([])
  expect(listTroubles({ ...fine, mails: { ...mails, oldestWaitingAt: before(10) } }, now)).toEqual([])
  expect(listTroubles({ ...fine, storage: { ...fine.storage, disk: null } }, now)).toEqual([])
})

test('everything that goes wrong is named, most urgent first', () => {
  const ill = {
    ...fine,
    mails: { ...mails, failedLately: 1, oldestWaitingAt: before(11) },
    sweeps: [sweep, { ...sweep, isLate: true }],
    storage: { ...fine.storage, disk: { free: 499_000_000, size: 100_000_000_000 } },
    migrations: { ...fine.migrations, missing: ['one_more'] },
  }
  expect(listTroubles(ill, now)).toEqual([
    'disk_full',
    'migrations_missing',
    'sweeps_late',
    'mails_late',
    'mails_failed',
  ])
  const alone = { ...ill, mails: { ...ill.mails, hasServer: false } }
  expect(listTroubles(alone, now)).toContain('no_server')
  expect(listTroubles(alone, now)).not.toContain('mails_late')
})

test('a small disk is full at a twentieth of itself', () => {
  const disk = (free: number) => ({
    ...fine,
    storage: { ...fine.storage, disk: { free, size: 2_000_000_000 } },
  })
  expect([listTroubles(disk(101_000_000), now), listTroubles(disk(99_000_000), now)]).toEqual([
    [],
    ['disk_full'],
  ])
})
