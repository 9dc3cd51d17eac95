import { cookies } from 'next/headers'
import { attendeeCookie, withToken } from '@/lib/auth/attendee-keys'
import { env } from '@/lib/env'

/** From now on this browser holds what the link opens. */
export async function holdRegistration(manageToken: string): Promise<void> {
  const jar = await cookies()
  const held = withToken(jar.get(attendeeCookie)?.value ?? '', manageToken)
  const secure = env().baseUrl.startsWith('https:')
  const aYear = 365 * 24 * 60 * 60
  jar.set(attendeeCookie, held, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: aYear })
}
