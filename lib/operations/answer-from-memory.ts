import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { now } from '@/lib/clock'
import { findPublicEventStamp } from '@/lib/events/queries'
import { isLanguage, languageCookie, preferredLanguage } from '@/lib/languages'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type KeptPage = { headers: OutgoingHttpHeaders; parts: string[] }

const kept = new Map<string, KeptPage>()
const most = 200
const worthKeeping = ['content-type', 'cache-control']
const compress = promisify(gzip)

/**
 * The page of an event says the same to everybody, so it is rendered once for each state it can be in: the language,
 * the event's revision, the places left, the minute. One query asks for the state every time, so that nobody reads
 * yesterday's figures; whatever else is asked for goes to `handle` (docs/decisions/0009-kept-pages.md).
 */
export async function answerFromMemory(
  request: IncomingMessage,
  response: ServerResponse,
  handle: Handle,
): Promise<void> {
  const state = await stateAskedFor(request)
  if (!state) return await handle(request, response)
  const page = kept.get(state)
  if (page) return await say(page, request, response)
  // Heard as it is written, so it must not be compressed on the way.
  delete request.headers['accept-encoding']
  listen(response, (heard) => keep(state, heard))
  await handle(request, response)
}

async function stateAskedFor({ method, url = '', headers }: IncomingMessage): Promise<string | null> {
  const slug = /^\/events\/([a-z0-9-]+)$/.exec(url)?.[1]
  if (!slug || (method !== 'GET' && method !== 'HEAD') || headers.rsc) return null
  // Without a database the page itself says what is wrong.
  const stamp = await findPublicEventStamp(slug).catch(() => null)
  if (!stamp) return null
  const chosen = new RegExp(`(?:^|; *)${languageCookie}=([^;]*)`).exec(headers.cookie ?? '')?.[1]
  const language = isLanguage(chosen) ? chosen : preferredLanguage(headers['accept-language'])
  return [slug, language, Math.floor(now().getTime() / 60_000), stamp].join(' ')
}

// The page is kept in the parts between its nonces, which are new in every answer.
async function say({ headers, parts }: KeptPage, request: IncomingMessage, response: ServerResponse) {
  const nonce = nonceOf(response)
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value!)
  const body = Buffer.from(parts.join(nonce))
  const isCompressed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const sent = isCompressed ? await compress(body) : body
  if (isCompressed) response.setHeader('content-encoding', 'gzip')
  response.setHeader('content-length', sent.length)
  response.end(request.method === 'HEAD' ? undefined : sent)
}

function keep(state: string, { headers, parts }: KeptPage) {
  kept.set(state, { headers: { ...headers, vary: 'accept-encoding, accept-language, cookie' }, parts })
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
}

function listen(response: ServerResponse, heard: (page: KeptPage) => void) {
  const chunks: Buffer[] = []
  const { write, end } = response
  const note = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array)
      chunks.push(Buffer.from(chunk as Uint8Array))
  }
  response.write = ((chunk: unknown, ...rest: never[]) => {
    note(chunk)
    return (write as (...all: unknown[]) => boolean).call(response, chunk, ...rest)
  }) as typeof write
  response.end = ((chunk: unknown, ...rest: never[]) => {
    note(chunk)
    return (end as (...all: unknown[]) => ServerResponse).call(response, chunk, ...rest)
  }) as typeof end
  response.once('finish', () => {
    const isPage = String(response.getHeader('content-type')).startsWith('text/html')
    if (response.statusCode !== 200 || !isPage || response.hasHeader('set-cookie') || chunks.length === 0)
      return
    const known = worthKeeping.filter((name) => response.hasHeader(name))
    const headers = Object.fromEntries(known.map((name) => [name, response.getHeader(name)]))
    heard({ headers, parts: Buffer.concat(chunks).toString('utf8').split(nonceOf(response)) })
  })
}

const nonceOf = (response: ServerResponse): string =>
  /'nonce-([^']+)'/.exec(String(response.getHeader('content-security-policy')))![1]!
