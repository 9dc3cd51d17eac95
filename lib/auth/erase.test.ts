import { afterEach, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { accountErasure } from './erase'

useTestDatabase()
afterEach(() => void vi.useRealTimers())

const day = 86_400_000

test('an account goes a year after its last sign-in and the last event of its teams; admins stay', async () => {
  const event = await makeEvent()
  const [idle, owner, back] = [
    await makeUser(),
    await makeUser({ roles: { [event.id]: 'owner' } }),
    await makeUser(),
  ]
  const admin = await makeUser({ isAdmin: true })
  const left = async () => {
    const rows = await db().user.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
    return rows.map(({ id }) => id)
  }
  expect(await accountErasure.erase()).toBe(0)

  vi.useFakeTimers({ now: Date.now() + 366 * day, toFake: ['Date'] })
  await makeSession(back)
  await db().session.updateMany({ where: { userId: back.id }, data: { createdAt: new Date() } })
  expect(await accountErasure.count()).toBe(1)
  expect(await accountErasure.erase()).toBe(1)
  expect(await left()).toEqual([owner.id, back.id, admin.id].sort())

  vi.setSystemTime(event.endsAt.getTime() + 367 * day)
  expect(await accountErasure.erase()).toBe(1)
  expect(await accountErasure.erase()).toBe(0)
  expect(await left()).toEqual([back.id, admin.id].sort())
  expect(await db().teamMember.count({ where: { eventId: event.id } })).toBe(0)
  const stones = await db().tombstone.findMany()
  expect(stones.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
    ['account', idle.id],
    ['account', owner.id],
  ])
})
