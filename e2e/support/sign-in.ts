import type { BrowserContext } from '@playwright/test'
import { sessionCookie } from '@/lib/auth/session-cookie'
import type { TeamRole } from '@/lib/db/generated/enums'
import { makeSession, makeUser } from '@/prisma/factories/team'

/** Somebody with these roles (by event id) is signed in in this browser from now on. */
export async function signIn(context: BrowserContext, roles: Record<string, TeamRole>) {
  const user = await makeUser({ roles })
  const value = await makeSession(user)
  await context.addCookies([{ name: sessionCookie().name, value, url: process.env.BASE_URL! }])
  return user
}
