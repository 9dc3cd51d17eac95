import type { BrowserContext } from '@playwright/test'
import { sessionCookie } from '@/lib/auth/session-cookie'
import type { TeamRole } from '@/lib/db/generated/enums'
import { makeSession, makeUser } from '@/prisma/factories/team'

/** Somebody with these roles (by event id) is signed in in this browser from now on. */
export const signIn = async (context: BrowserContext, roles: Record<string, TeamRole>) =>
  await signInAs(context, await makeUser({ roles }))

/** The same for somebody who runs the house. */
export const signInAsAdmin = async (context: BrowserContext) =>
  await signInAs(context, await makeUser({ name: 'Ada Admin', isAdmin: true }))

async function signInAs<User extends { id: string }>(context: BrowserContext, user: User): Promise<User> {
  const value = await makeSession(user)
  await context.addCookies([{ name: sessionCookie().name, value, url: process.env.BASE_URL! }])
  return user
}
