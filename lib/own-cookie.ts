import { env } from './env'

/**
 * What a cookie of ours is called and how it is set. Over https the browser itself refuses it from anywhere else
 * ("__Host-": RFC 6265bis, 4.1.3.2); on plain http it would refuse the name.
 */
export function ownCookie(name: string) {
  const secure = env().baseUrl.startsWith('https:')
  return {
    name: `${secure ? '__Host-' : ''}${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  }
}
