import { cookies } from 'next/headers'
import type { Session } from '@/lib/auth/open-session'
import { sessionCookie } from '@/lib/auth/session-cookie'

/** This browser is signed in from now on. */
export async function holdSession({ token, expires }: Session): Promise<void> {
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, token, { ...options, expires })
}
