import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { isVisitNoted, noteVisit } from './note-visit'
import { findPublicSession, type OpenSession } from './queries'
import { owedPath, signInPath } from './rules'
import type { SignedInUser } from './schema'
import { sessionCookie } from './session-cookie'

/** Whoever is signed in; nobody is sent to sign in, who owes a second factor to that, and both come back to `to`. */
export async function requireUser(to = '/organizer'): Promise<SignedInUser> {
  const session = (await findSession()) ?? redirect(signInPath(to))
  return session.owes ? redirect(owedPath(session.owes, to)) : session
}

/** Whoever is signed in, read from the database once a request; null for nobody, and for who owes a second factor. */
export async function findUser(): Promise<SignedInUser | null> {
  const session = await findSession()
  return session?.owes ? null : session
}

/** The session of this browser, also one that still owes a step and opens nothing yet. */
export const findSession = cache(async (): Promise<OpenSession | null> => {
  const token = await sessionToken()
  const session = token ? await findPublicSession(token) : null
  if (session && !isVisitNoted(session)) await noteVisit(session, (await headers()).get('user-agent'))
  return session
})

/** What the session cookie of this request carries; proves nothing by itself. */
export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie().name)?.value
}
