import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { db } from '../db/client'
import { makeAdminSignInLink } from './make-admin-link'
import { findPublicSession } from './queries'
import { spendSignInLink } from './spend-sign-in-link'

useTestDatabase()

test('every start prints a link of a day, until an admin has signed in', async () => {
  const [first, second] = await Promise.all([
    makeAdminSignInLink('http://a'),
    makeAdminSignInLink('http://a'),
  ])
  expect(first).toMatch(/^http:\/\/a\/sign-in\/[\w-]{32}$/)
  expect(second).not.toBe(first)
  const expiries = await db().accessToken.findMany({ select: { expiresAt: true } })
  for (const { expiresAt } of expiries) {
    expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(24 * 3_600_000)
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000)
  }
  const spent = await spendSignInLink(second!.split('/').at(-1)!)
  if (!spent.ok) throw new Error(spent.refusal)
  expect((await findPublicSession(spent.value.token))?.isAdmin).toBe(true)
  expect(await makeAdminSignInLink('http://a')).toBeNull()
  await db().session.deleteMany()
  expect(await makeAdminSignInLink('http://a')).toBeNull()
})
