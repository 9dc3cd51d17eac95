import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { setEnvironment } from '../env'
import type { AdminKey } from '../keys'
import { changeSettings } from './change-settings'
import { getSettings } from './queries'

useTestDatabase()

let key: AdminKey
beforeEach(async () => {
  await db().installationSetting.deleteMany()
  await db().$executeRaw`TRUNCATE history_entry`
  setEnvironment({ EVENT_CREATORS: '' })
  key = { userId: (await makeUser({ isAdmin: true })).id } as AdminKey
})

const lines = () =>
  db().historyEntry.findMany({
    orderBy: { id: 'asc' },
    select: { eventId: true, actorId: true, act: true, facts: true },
  })

test('a new house is closed: only admins make events, nobody needs a second factor', async () => {
  expect(await getSettings()).toEqual({
    version: 0,
    eventCreators: 'admins',
    isSecondFactorRequired: false,
    operatorName: null,
    contactEmail: null,
    legalNotice: null,
  })
})

test('who makes events is said by the environment until an admin decides it', async () => {
  setEnvironment({ EVENT_CREATORS: 'organizers' })
  expect((await getSettings()).eventCreators).toBe('organizers')
  await changeSettings(key, { version: 0, isSecondFactorRequired: true })
  setEnvironment({ EVENT_CREATORS: 'owners' })
  expect((await getSettings()).eventCreators).toBe('owners')
  await changeSettings(key, { version: 1, eventCreators: 'admins' })
  expect((await getSettings()).eventCreators).toBe('admins')
})

test('each thing that is different now has its line in history, which quotes nobody', async () => {
  const words = { operatorName: 'Example Club', contactEmail: 'post@example.org', legalNotice: null }
  const wish = { eventCreators: 'owners', isSecondFactorRequired: true, ...words } as const
  expect(await changeSettings(key, { version: 0, ...wish })).toEqual({ ok: true, value: { isNew: true } })
  expect(await getSettings()).toEqual({ version: 1, ...wish })
  const deed = { eventId: null, actorId: key.userId }
  expect(await lines()).toEqual([
    { ...deed, act: 'set_event_creators', facts: { creators: 'owners' } },
    { ...deed, act: 'set_second_factor_rule', facts: { rule: 'required' } },
    { ...deed, act: 'changed_operator_words', facts: {} },
  ])
})

test('the same again changes nothing and leaves no line', async () => {
  await changeSettings(key, { version: 0, isSecondFactorRequired: true })
  const again = await changeSettings(key, { version: 0, isSecondFactorRequired: true })
  expect(again).toEqual({ ok: true, value: { isNew: false } })
  expect(await lines()).toHaveLength(1)
})

test('of two who save what they saw at once, the second is told', async () => {
  const wishes = ['owners', 'organizers'] as const
  const answers = await Promise.all(
    wishes.map((eventCreators) => changeSettings(key, { version: 0, eventCreators })),
  )
  expect(answers.map((answer) => (answer.ok ? 'kept' : answer.refusal)).sort()).toEqual([
    'changed_meanwhile',
    'kept',
  ])
  const kept = wishes[answers.findIndex(({ ok }) => ok)]
  expect(await getSettings()).toMatchObject({ version: 1, eventCreators: kept })
  expect(await lines()).toHaveLength(1)
})

test('the database keeps one row, and only words it knows', async () => {
  await changeSettings(key, { version: 0, isSecondFactorRequired: true })
  await expect(db().installationSetting.create({ data: { id: 2 } })).rejects.toThrow()
  await expect(
    db().installationSetting.update({ where: { id: 1 }, data: { eventCreators: 'everybody' } }),
  ).rejects.toThrow()
})
