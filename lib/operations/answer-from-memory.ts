import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { now } from '@/lib/clock'
import { findPublicEventStamp } from '@/lib/events/queries'
import { languageCookie, readersLanguage } from '@/lib/readers-language'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type KeptPage = { headers: OutgoingHttpHeaders; parts: string[] }

const kept = new Map<string, KeptPage>()
const underWay = new Map<string, Promise<KeptPage | null>>()
const most = 200
const worthKeeping = ['content-type', 'cache-control']
// Longer, and the page itself says sooner what is wrong with the database.
const patience = 1_500
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
  const asked = await whatIsAskedFor(request)
  if (!asked) return await handle(request, response)
  const { state, language } = asked
  const page = kept.get(state) ?? (await underWay.get(state))
  if (page) return await say(page, request, response)
  // Heard as it is written, so it must not be compressed on the way; and rendered for nobody in particular.
  delete request.headers['accept-encoding']
  request.headers.cookie = `${languageCookie().name}=${language}`
  request.headers['accept-language'] = language
  const heard = listen(response).then((rendered) => keep(asked, rendered))
  underWay.set(state, heard)
  void heard.finally(() => underWay.delete(state))
  await handle(request, response)
}

type Asked = { slug: string; stamp: string; language: string; state: string }

async function whatIsAskedFor({ method, url = '', headers }: IncomingMessage): Promise<Asked | null> {
  const slug = /^\/events\/([a-z0-9-]+)$/.exec(url)?.[1]
  if (!slug || (method !== 'GET' && method !== 'HEAD') || headers.rsc) return null
  const stamp = await stampOf(slug)
  if (!stamp) return null
  const language = readersLanguage(headers)
  const minute = Math.floor(now().getTime() / 60_000)
  return { slug, stamp, language, state: [slug, language, minute, stamp].join(' ') }
}

const stampOf = (slug: string): Promise<string | null> =>
  Promise.race([findPublicEventStamp(slug), sleep(patience, null, { ref: false })]).catch(() => null)

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

// A place that went while the page was written may be on it already: then it is not the page of that state.
async function keep({ slug, stamp, state }: Asked, page: KeptPage | null): Promise<KeptPage | null> {
  if (!page || (await stampOf(slug)) !== stamp) return null
  kept.set(state, page)
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
  return page
}

/** What is written on this response, once it is; null for whatever is not a whole page for everybody. */
function listen(response: ServerResponse): Promise<KeptPage | null> {
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
  return new Promise((resolve) => {
    // Whole once everything is handed over; whoever reads slowly holds up nobody else.
    response.end = ((chunk: unknown, ...rest: never[]) => {
      note(chunk)
      const isPage = String(response.getHeader('content-type')).startsWith('text/html')
      const isWhole = response.statusCode === 200 && chunks.length > 0
      resolve(isPage && isWhole && !response.hasHeader('set-cookie') ? pageOf(response, chunks) : null)
      return (end as (...all: unknown[]) => ServerResponse).call(response, chunk, ...rest)
    }) as typeof end
    response.once('close', () => resolve(null))
  })
}

function pageOf(response: ServerResponse, chunks: Buffer[]): KeptPage {
  const known = worthKeeping.filter((name) => response.hasHeader(name))
  const headers = Object.fromEntries(known.map((name) => [name, response.getHeader(name)]))
  const parts = Buffer.concat(chunks).toString('utf8').split(nonceOf(response))
  return { headers: { ...headers, vary: 'accept-encoding, accept-language, cookie' }, parts }
}

const nonceOf = (response: ServerResponse): string =>
  /'nonce-([^']+)'/.exec(String(response.getHeader('content-security-policy')))![1]!
