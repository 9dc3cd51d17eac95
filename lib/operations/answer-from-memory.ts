import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { now } from '@/lib/clock'
import { findPublicEventStamp } from '@/lib/events/queries'
import { languageCookie, readersLanguage } from '@/lib/readers-language'
import { askForPlainBytes, hear, isPage, sendWhole } from './hear'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type KeptPage = { headers: OutgoingHttpHeaders; parts: string[] }

const kept = new Map<string, KeptPage>()
const underWay = new Map<string, Promise<KeptPage | null>>()
const most = 200
const worthKeeping = ['content-type', 'cache-control']
// Longer, and the page itself says sooner what is wrong with the database.
const patience = 1_500

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
  const mayCompress = askForPlainBytes(request)
  const page = kept.get(state) ?? (await underWay.get(state))
  if (page) return await say(page, response, mayCompress)
  // Whoever is gone hears no end of it any more: nothing is rendered for them that others would wait for.
  if (response.destroyed) return
  // Rendered for nobody in particular.
  request.headers.cookie = `${languageCookie().name}=${language}`
  request.headers['accept-language'] = language
  const heard = listen(response, mayCompress).then((rendered) => keep(asked, rendered))
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
  findPublicEventStamp(slug, patience).catch(() => null)

// The page is kept in the parts between its nonces, which are new in every answer.
async function say({ headers, parts }: KeptPage, response: ServerResponse, mayCompress: boolean) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value!)
  await sendWhole(response, Buffer.from(parts.join(nonceOf(response))), mayCompress)
}

// A place that went while the page was written may be on it already: then it is not the page of that state.
async function keep({ slug, stamp, state }: Asked, page: KeptPage | null): Promise<KeptPage | null> {
  if (!page || (await stampOf(slug)) !== stamp) return null
  kept.set(state, page)
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
  return page
}

/** What is said in this answer, once it is said; null for whatever is not a whole page for everybody. */
function listen(response: ServerResponse, mayCompress: boolean): Promise<KeptPage | null> {
  const isForEverybody = () =>
    isPage(response) && response.statusCode === 200 && !response.hasHeader('set-cookie')
  return new Promise((resolve) => {
    hear(response, isForEverybody, (body) => {
      // Whole now; whoever reads slowly holds up nobody else.
      const page = body.length > 0 ? pageOf(response, body) : null
      resolve(page)
      void (page ? say(page, response, mayCompress) : response.end())
    })
    response.once('close', () => resolve(null))
  })
}

function pageOf(response: ServerResponse, body: Buffer): KeptPage {
  const known = worthKeeping.filter((name) => response.hasHeader(name))
  const headers = Object.fromEntries(known.map((name) => [name, response.getHeader(name)]))
  const parts = body.toString('utf8').split(nonceOf(response))
  return { headers: { ...headers, vary: 'accept-encoding, accept-language, cookie' }, parts }
}

const nonceOf = (response: ServerResponse): string =>
  /'nonce-([^']+)'/.exec(String(response.getHeader('content-security-policy')))![1]!
