import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEmailChange } from '@/prisma/factories/accounts'
import { makeEvent } from '@/prisma/factories/events'
import { makeAccessToken, makeSession, makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import type { AdminKey } from '../keys'
import { newToken } from '../tokens'
import { agreeToEmailChange } from './answer-email-change'
import { checkInKeyFromBearer } from './check-in-key-from-bearer'
import { disableAccount, enableAccount } from './disable-account'
import { findPublicSession } from './queries'
import { spendSignInLink } from './spend-sign-in-link'
import { unmakeAdmin } from './unmake-admin'

useTestDatabase()

let key: AdminKey
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE user_account, history_entry CASCADE`
  key = { userId: (await makeUser({ isAdmin: true })).id } as AdminKey
})

const done = (isNew: boolean) => ({ ok: true, value: { isNew } })
const no = (refusal: string) => ({ ok: false, refusal })

test('whoever is locked is out at once, with every session, link and program, and stays out of those for good', async () => {
  const event = await makeEvent()
  const ada = await makeUser({ roles: { [event.id]: 'check_in' } })
  const sessions = [await makeSession(ada), await makeSession(ada)]
  const link = await makeAccessToken('sign_in', ada)
  const program = await makeAccessToken('check_in_api', ada, { eventId: event.id })
  const change = { old: newToken(), new: newToken() }
  await makeEmailChange(ada, change)
  await agreeToEmailChange(change.new)
  const ways = async () => [
    ...(await Promise.all(sessions.map(async (token) => (await findPublicSession(token)) !== null))),
    (await checkInKeyFromBearer(event.slug, program)).ok,
  ]
  expect(await ways()).toEqual([true, true, true])
  expect(await disableAccount(key, ada.id)).toEqual(done(true))
  expect(await ways()).toEqual([false, false, false])
  expect((await spendSignInLink(link)).ok).toBe(false)
  expect(await enableAccount(key, ada.id)).toEqual(done(true))
  expect(await ways()).toEqual([false, false, false])
  expect((await spendSignInLink(link)).ok).toBe(false)
  expect(await agreeToEmailChange(change.old)).toEqual(no('link_over'))
  expect((await spendSignInLink(await makeAccessToken('sign_in', ada))).ok).toBe(true)
  expect(await db().teamMember.count({ where: { userId: ada.id } })).toBe(1)
})

test('a session that slipped in while the account was being locked does not come back with it', async () => {
  const ada = await makeUser()
  await disableAccount(key, ada.id)
  const late = await makeSession(ada)
  await enableAccount(key, ada.id)
  expect(await findPublicSession(late)).toBeNull()
})

test('the same again changes nothing; history has one line for each change', async () => {
  const ada = await makeUser()
  const answers = [
    await enableAccount(key, ada.id),
    await disableAccount(key, ada.id),
    await disableAccount(key, ada.id),
    await enableAccount(key, ada.id),
  ]
  expect(answers).toEqual([done(false), done(true), done(false), done(true)])
  const lines = await db().historyEntry.findMany({ orderBy: { id: 'asc' } })
  expect(lines.map(({ act, actorId, subjectId }) => [act, actorId, subjectId])).toEqual([
    ['disabled_account', key.userId, ada.id],
    ['enabled_account', key.userId, ada.id],
  ])
})

test('nobody locks themselves, an unknown account, or anybody once they are no admin any more', async () => {
  const other = await makeUser({ isAdmin: true })
  expect(await disableAccount(key, key.userId)).toEqual(no('oneself'))
  expect(await disableAccount(key, crypto.randomUUID())).toEqual(no('unknown_account'))
  expect(await enableAccount(key, crypto.randomUUID())).toEqual(no('unknown_account'))
  await unmakeAdmin(key, other.id)
  const lost = { userId: other.id } as AdminKey
  expect(await disableAccount(lost, key.userId)).toEqual(no('admin_no_more'))
  expect(await enableAccount(lost, key.userId)).toEqual(no('admin_no_more'))
})

test('two admins who lock each other at once leave one', async () => {
  const other = await makeUser({ isAdmin: true })
  const answers = await Promise.all([
    disableAccount(key, other.id),
    disableAccount({ userId: other.id } as AdminKey, key.userId),
  ])
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await db().user.count({ where: { isAdmin: true, disabledAt: null } })).toBe(1)
})
