import { ownCookie } from '../own-cookie'

const day = 24 * 60 * 60

/** Seconds a sign-in lasts, and how old it may get before a visit renews it. */
export const sessionLifetime = { most: 30 * day, renewedAfter: day }

/** The cookie of next-auth that carries a session. */
export const sessionCookie = () => ownCookie('next-auth.session-token')
