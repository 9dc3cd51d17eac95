import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { db } from '../db/client'
import { makeAdminSignInLink } from './make-admin-link'
import { findPublicSession } from './queries'
import { spendSignInLink } from './spend-sign-in-link'

useTestDatabase()

const spend = (link: string | null) => spendSignInLink(link!.split('/').at(-1)!)

test('every start prints a link of a day, until an admin has signed in', async () => {
  const first = await makeAdminSignInLink('http://a')
  const second = await makeAdminSignInLink('http://a')
  expect(first).toMatch(/^http:\/\/a\/sign-in\/[\w-]{32}$/)
  expect(second).not.toBe(first)
  const expiries = await db().accessToken.findMany({ select: { expiresAt: true } })
  for (const { expiresAt } of expiries) {
    expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(24 * 3_600_000)
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000)
  }
  expect(await spend(first)).toEqual({ ok: false, refusal: 'link_spent_or_expired' })
  const spent = await spend(second)
  if (!spent.ok) throw new Error(spent.refusal)
  expect((await findPublicSession(spent.value.token))?.isAdmin).toBe(true)
  expect(await makeAdminSignInLink('http://a')).toBeNull()
  await db().session.deleteMany()
  expect(await makeAdminSignInLink('http://a')).toBeNull()
})

test('that an admin came outlives their session and the link they came by', async () => {
  await db().session.deleteMany()
  await db().accessToken.deleteMany()
  expect(await makeAdminSignInLink('http://a')).toBeNull()
})

test('of starts at once one link works', async () => {
  await db().accessToken.deleteMany()
  await db().user.updateMany({ data: { emailVerified: null } })
  const links = await Promise.all(Array.from({ length: 6 }, () => makeAdminSignInLink('http://a')))
  const spent = await Promise.all(links.map(spend))
  expect(spent.filter(({ ok }) => ok)).toHaveLength(1)
})
