import 'server-only'
import { createHash } from 'node:crypto'
import { env } from '../env'
import { ownCookie } from '../own-cookie'
import { newToken } from '../tokens'

/** A token and the cookie in which next-auth looks for its proof (its `core/lib/csrf-token`). */
export function csrfCookie() {
  const token = newToken()
  const proof = createHash('sha256').update(`${token}${env().secret}`).digest('hex')
  return { token, value: `${token}|${proof}`, ...ownCookie('next-auth.csrf-token') }
}
