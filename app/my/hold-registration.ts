import { cookies } from 'next/headers'
import { attendeeCookie, withToken } from '@/lib/auth/attendee-keys'

/** From now on this browser holds what the link opens. */
export async function holdRegistration(manageToken: string): Promise<void> {
  const jar = await cookies()
  const { name, options } = attendeeCookie()
  const held = withToken(jar.get(name)?.value ?? '', manageToken)
  jar.set(name, held, { ...options, maxAge: 365 * 24 * 60 * 60 })
}
