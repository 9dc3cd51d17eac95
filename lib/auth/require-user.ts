import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { findPublicSession } from './queries'
import { signInPath } from './rules'
import type { SignedInUser } from './schema'
import { sessionCookie } from './session-cookie'

/** Whoever is signed in; nobody is sent to sign in and comes back to `to`. */
export async function requireUser(to = '/organizer'): Promise<SignedInUser> {
  return (await findUser()) ?? redirect(signInPath(to))
}

/** Whoever is signed in, read from the database once a request; null for nobody. */
export const findUser = cache(async (): Promise<SignedInUser | null> => {
  const token = await sessionToken()
  return token ? await findPublicSession(token) : null
})

/** What the session cookie of this request carries; proves nothing by itself. */
export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie().name)?.value
}
