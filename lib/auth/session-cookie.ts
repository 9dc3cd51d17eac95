import { env } from '../env'

const day = 24 * 60 * 60

/** Seconds a sign-in lasts, and how old it may get before a visit renews it. */
export const sessionLifetime = { most: 30 * day, renewedAfter: day }

/** The cookie of next-auth that carries a session; over https the browser itself refuses it from anywhere else. */
export function sessionCookie() {
  const secure = env().baseUrl.startsWith('https:')
  return {
    name: `${secure ? '__Host-' : ''}next-auth.session-token`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  }
}
