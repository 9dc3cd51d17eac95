import type { IncomingMessage } from 'node:http'

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

/**
 * Whether a request that may change something comes from a page of ours. Browsers say so in Origin,
 * or in Sec-Fetch-Site where a strict referrer policy makes the origin "null"; saying neither is no.
 * A program with a bearer token and no cookie carries no one else's authority, so it may come from anywhere; so may
 * whoever reports scans with a token, or with nothing: their route looks at no cookie then, and says itself what is missing.
 * The one click in a mail (RFC 8058) is posted by a mail program, which has neither: its secret address is all there is.
 */
export function isFromOurselves({ method = 'GET', url = '/', headers }: Asked, baseUrl: string): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  const hasToken = /^bearer\s+\S/i.test(headers.authorization ?? '')
  if (hasToken && !headers.cookie) return true
  const isOneClick = /^\/unsubscribe\/[\w-]+\/now$/.test(url)
  if (isOneClick && !headers.cookie && headers.origin === undefined) return true
  if (method === 'POST' && url.startsWith('/api/check-in/') && (hasToken || !headers.cookie)) return true
  const { origin } = headers
  if (origin === undefined || origin === 'null') return headers['sec-fetch-site'] === 'same-origin'
  if (origin === new URL(baseUrl).origin) return true
  return /^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).host === headers.host
}
