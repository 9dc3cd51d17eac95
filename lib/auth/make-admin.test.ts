import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import type { AdminKey } from '../keys'
import { writeMessage } from '../mail/write-message'
import { composers } from '../operations/mails'
import { inviteAdmin, makeAdmin } from './make-admin'
import { unmakeAdmin } from './unmake-admin'

useTestDatabase()

let key: AdminKey
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE user_account, outbox_mail, history_entry CASCADE`
  key = keyOf(await makeUser({ isAdmin: true }))
})

const keyOf = ({ id }: { id: string }) => ({ userId: id }) as AdminKey
const done = (isNew: boolean) => ({ ok: true, value: { isNew } })
const no = (refusal: string) => ({ ok: false, refusal })
const isAdmin = async ({ id }: { id: string }) =>
  (await db().user.findUniqueOrThrow({ where: { id } })).isAdmin
const acts = async () =>
  (await db().historyEntry.findMany({ orderBy: { id: 'asc' } })).map(({ act, actorId, subjectId, facts }) => [
    act,
    actorId,
    subjectId,
    facts,
  ])

test('somebody is made an admin once, and stops being one, with a line each', async () => {
  const ada = await makeUser()
  expect([await makeAdmin(key, ada.id), await makeAdmin(key, ada.id)]).toEqual([done(true), done(false)])
  expect(await isAdmin(ada)).toBe(true)
  expect([await unmakeAdmin(key, ada.id), await unmakeAdmin(key, ada.id)]).toEqual([done(true), done(false)])
  expect(await isAdmin(ada)).toBe(false)
  expect(await acts()).toEqual([
    ['made_admin', key.userId, ada.id, {}],
    ['unmade_admin', key.userId, ada.id, {}],
  ])
})

test('an admin by mail has an account at once, and a mail without a key', async () => {
  const wish = { email: 'new@example.org', language: 'de' } as const
  expect([await inviteAdmin(key, wish), await inviteAdmin(key, wish)]).toEqual([done(true), done(false)])
  const { id } = await db().user.findUniqueOrThrow({ where: { email: wish.email, isAdmin: true } })
  expect(await acts()).toEqual([['made_admin', key.userId, id, {}]])
  const mail = await db().outboxMail.findFirstOrThrow()
  expect(await db().outboxMail.count()).toBe(1)
  const { subject, text } = await writeMessage({ ...mail, language: 'de' }, composers, null)
  expect(subject).toBe('Du bist jetzt Admin')
  expect(text).toContain('Logge dich mit new@example.org ein')
  expect(text).toContain('http://localhost:3000/sign-in?to=%2Fadmin')
  expect(await db().accessToken.count()).toBe(0)
})

test('nobody is made an admin who is unknown, or whose account is locked', async () => {
  const locked = await makeUser({ disabledAt: new Date() })
  expect(await makeAdmin(key, locked.id)).toEqual(no('account_locked'))
  expect(await inviteAdmin(key, { email: locked.email, language: 'en' })).toEqual(no('account_locked'))
  expect(await makeAdmin(key, crypto.randomUUID())).toEqual(no('unknown_account'))
  expect(await unmakeAdmin(key, crypto.randomUUID())).toEqual(no('unknown_account'))
  expect([await acts(), await db().outboxMail.count()]).toEqual([[], 0])
})

test('the last admin stays one, and who is locked does not count', async () => {
  await makeUser({ isAdmin: true, disabledAt: new Date() })
  expect(await unmakeAdmin(key, key.userId)).toEqual(no('last_admin'))
  expect(await isAdmin({ id: key.userId })).toBe(true)
})

test('whoever lost the right a moment ago acts no more', async () => {
  const other = await makeUser({ isAdmin: true })
  await unmakeAdmin(key, other.id)
  for (const act of [makeAdmin, unmakeAdmin])
    expect(await act(keyOf(other), key.userId)).toEqual(no('admin_no_more'))
  expect(await inviteAdmin(keyOf(other), { email: 'me@example.org', language: 'en' })).toEqual(
    no('admin_no_more'),
  )
})

test('two who take the right from each other at once leave one admin, every time', async () => {
  for (let round = 0; round < 20; round++) {
    const other = await makeUser({ isAdmin: true })
    const answers = await Promise.all([unmakeAdmin(key, other.id), unmakeAdmin(keyOf(other), key.userId)])
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    const left = await db().user.findMany({ where: { isAdmin: true } })
    expect(left).toHaveLength(1)
    key = keyOf(left[0]!)
  }
})

test('the database itself keeps an admin, also from two statements at once that know of no verb', async () => {
  const other = await makeUser({ isAdmin: true })
  const unmake = (id: string) =>
    db().$executeRaw`UPDATE user_account SET is_admin = false WHERE id = ${id}::uuid`
  const answers = await Promise.allSettled([unmake(key.userId), unmake(other.id)])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [left] = await db().user.findMany({ where: { isAdmin: true } })
  await expect(db().user.delete({ where: { id: left!.id } })).rejects.toThrow('a house keeps an admin')
  await expect(
    db().user.update({ where: { id: left!.id }, data: { disabledAt: new Date() } }),
  ).rejects.toThrow('a house keeps an admin')
})
