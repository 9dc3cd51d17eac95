import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request that may change something comes from a page of ours. Browsers say so in Origin,
 * or in Sec-Fetch-Site where a strict referrer policy makes the origin "null"; saying neither is no.
 * A program with a bearer token and no cookie carries no one else's authority, so it may come from anywhere.
 */
export function isFromOurselves(method: string, headers: IncomingHttpHeaders, baseUrl: string): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  if (!headers.cookie && /^bearer\s+\S/i.test(headers.authorization ?? '')) return true
  const { origin } = headers
  if (origin === undefined || origin === 'null') return headers['sec-fetch-site'] === 'same-origin'
  if (origin === new URL(baseUrl).origin) return true
  return /^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).host === headers.host
}
