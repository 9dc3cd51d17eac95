import { env } from '../env'
import { ownCookie } from '../own-cookie'

const hour = 60 * 60

/** Seconds a sign-in lasts at most, and how long it outlasts silence. */
export const sessionLifetime = () => ({
  most: env().sessionDays * 24 * hour,
  idle: env().sessionIdleHours * hour,
})

/** The cookie of next-auth that carries a session. */
export const sessionCookie = () => ownCookie('next-auth.session-token')
