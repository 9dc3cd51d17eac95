import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeAccessToken, makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { findPublicSession, isPublicSignInLinkLive } from './queries'
import { spendSignInLink } from './spend-sign-in-link'

useTestDatabase()
const refusal = { ok: false, refusal: 'link_spent_or_expired' }

test('a link signs its account in, and history says so', async () => {
  const user = await makeUser({ name: 'Grace Example' })
  const token = await makeAccessToken('sign_in', user)
  expect(await isPublicSignInLinkLive(token)).toBe(true)
  const spent = await spendSignInLink(token)
  if (!spent.ok) throw new Error(spent.refusal)
  expect(await findPublicSession(spent.value.token)).toMatchObject({
    id: user.id,
    email: user.email,
    name: 'Grace Example',
    isAdmin: false,
    owes: null,
  })
  const stored = await db().session.findFirstOrThrow({ where: { userId: user.id } })
  expect(stored.sessionToken).not.toContain(spent.value.token)
  const acts = await db().historyEntry.findMany({ where: { subjectId: user.id }, select: { act: true } })
  expect(acts).toEqual([{ act: 'signed_in' }])
})

test('the second click finds it spent', async () => {
  const token = await makeAccessToken('sign_in', await makeUser())
  expect((await spendSignInLink(token)).ok).toBe(true)
  expect(await isPublicSignInLinkLive(token)).toBe(false)
  expect(await spendSignInLink(token)).toEqual(refusal)
})

test('of many clicks at once one signs in', async () => {
  const user = await makeUser()
  const token = await makeAccessToken('sign_in', user)
  const answers = await Promise.all(Array.from({ length: 8 }, () => spendSignInLink(token)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().session.count({ where: { userId: user.id } })).toBe(1)
})

test('expired, revoked, unknown and foreign secrets open nothing, nor does a disabled account', async () => {
  const user = await makeUser()
  const event = await makeEvent()
  const past = new Date(Date.now() - 1000)
  const dead = [
    await makeAccessToken('sign_in', user, { expiresAt: past }),
    await makeAccessToken('sign_in', user, { revokedAt: past }),
    await makeAccessToken('check_in_api', user, { eventId: event.id }),
    await makeAccessToken('sign_in', await makeUser({ disabledAt: past })),
    'nobody made this',
    '',
  ]
  for (const token of dead) expect(await spendSignInLink(token)).toEqual(refusal)
})
