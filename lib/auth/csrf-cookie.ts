import 'server-only'
import { createHash } from 'node:crypto'
import { env } from '../env'
import { newToken } from '../tokens'

/** A token and the cookie in which next-auth looks for its proof (its `core/lib/csrf-token`). */
export function csrfCookie() {
  const { baseUrl, secret } = env()
  const secure = baseUrl.startsWith('https:')
  const token = newToken()
  const proof = createHash('sha256').update(`${token}${secret}`).digest('hex')
  return {
    token,
    name: `${secure ? '__Host-' : ''}next-auth.csrf-token`,
    value: `${token}|${proof}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  }
}
