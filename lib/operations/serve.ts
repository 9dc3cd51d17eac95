import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { isDatabaseAway } from '@/lib/db/is-away'
import { log, type RequestContext, requestContext } from '@/lib/log'
import { answerFromMemory } from './answer-from-memory'
import { answerPlainly } from './answer-plainly'
import { limitBody } from './body-limit'
import { clientAddressReader } from './client-address'
import { forgetReader, listFrameOrigins } from './frames'
import { countAnswer } from './metrics'
import { isFromOurselves } from './origin-check'
import { routeOf } from './route-patterns'
import { isFramed, securityHeaders } from './security-headers'
import { isSnapshot, sendSqueezed } from './send-squeezed'
import { shownPath } from './shown-path'
import { watchDatabase } from './watch-database'
import { sendWithoutScripts } from './without-scripts'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type Setting = {
  server: http.Server
  handle: Handle
  baseUrl: string
  trustedProxies: string[]
  signInOrigin?: string
  isDevelopment?: boolean
}

/** The server that Next is given before it is ready to answer. */
export const createServer = () =>
  http.createServer({
    keepAlive: true,
    keepAliveTimeout: 65_000,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 1_000,
  })

/** Answers every request on `server` with `handle`, behind the checks and headers that hold everywhere. */
export function serve(setting: Setting): void {
  const addressOf = clientAddressReader(setting.trustedProxies)
  setting.server.on('request', (request, response) => {
    request.url = readableUrl(request.url)
    const path = request.url?.split('?', 1)[0] ?? '/'
    const forwardedFor = [request.headers['x-forwarded-for']].flat().join(',')
    const address = addressOf(request.socket.remoteAddress, forwardedFor)
    const context: RequestContext = { id: newRequestId(), address }
    logWhenAnswered(request, response, context)
    if (!setting.isDevelopment) dropInternalHeaders(request)
    requestContext.run(context, async () => {
      prepareHeaders(request, response, context, securityHeaders(path, setting))
      watchDatabase(request, response, context)
      if (isFramed(path)) {
        const frameOrigins = await listFrameOrigins(path)
        response.removeHeader('x-frame-options')
        prepareHeaders(request, response, context, securityHeaders(path, { ...setting, frameOrigins }))
      }
      await answer(request, response, setting)
    })
  })
}

// A link that was cut in two may end within a letter: it leads to no page, as any other that is not whole.
function readableUrl(url = '/'): string {
  const [path = '/', ...query] = url.split('?')
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?')
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, setting: Setting) {
  const { handle, baseUrl, isDevelopment } = setting
  const { method = 'GET', headers } = request
  // No page and no program of ours is asked in any other way; Next would draw whole pages for who tries.
  if (!methods.includes(method)) return void response.writeHead(405, { allow: methods.join(', ') }).end()
  if (!isFromOurselves(request, baseUrl)) return answerPlainly(request, response, 403, 'foreign')
  // Next compares these two again, and knows no other name for us than the host.
  if (headers.origin !== undefined) headers.origin = `http://${headers.host}`
  if (!limitBody(request, response)) return
  if (isFramed(request.url?.split('?', 1)[0] ?? '')) {
    forgetReader(request)
    if (method !== 'HEAD') sendWithoutScripts(request, response)
  }
  if (isSnapshot(request.url?.split('?', 1)[0] ?? '')) sendSqueezed(request, response)
  try {
    if (isDevelopment) await handle(request, response)
    else await answerFromMemory(request, response, handle)
  } catch (error) {
    log.error({ error }, 'a request failed')
    requestContext.getStore()!.isDatabaseAway ||= isDatabaseAway(error)
    if (!response.headersSent) answerPlainly(request, response, 500, 'broken')
    else response.destroy()
  }
}

const methods = ['GET', 'HEAD', 'POST']

function prepareHeaders(
  { headers, url = '' }: IncomingMessage,
  response: ServerResponse,
  { id, address }: RequestContext,
  security: Record<string, string>,
) {
  headers['x-request-id'] = id
  headers['x-asked-query'] = url.split('?').slice(1).join('?')
  headers['x-forwarded-for'] = address
  headers['content-security-policy'] = security['content-security-policy'] // Next reads the nonce from here
  response.setHeader('x-request-id', id)
  for (const [name, value] of Object.entries(security)) response.setHeader(name, value)
}

// Next trusts these from whoever sends them; while developing, its own browser code sends some.
function dropInternalHeaders({ headers }: IncomingMessage) {
  for (const name in headers) if (internalHeader.test(name)) delete headers[name]
}

const internalHeader =
  /^(x-middleware-|x-nextjs-|x-invoke-|x-now-|x-matched-path$|x-next-|next-resume|content-security-policy|x-forwarded-|x-real-ip$|forwarded$)/

let count = 0
const newRequestId = () => `${process.pid.toString(36)}-${Date.now().toString(36)}-${(++count).toString(36)}`

function logWhenAnswered(request: IncomingMessage, response: ServerResponse, { id }: RequestContext) {
  const began = performance.now()
  const path = shownPath(request.url ?? '/')
  const isNoise = path.startsWith('/_next/') || path.startsWith('/api/health/')
  response.once('close', () => {
    const facts = { request: id, method: request.method, path, status: response.statusCode }
    const ms = Math.round(performance.now() - began)
    countAnswer(routeOf(request.url ?? '/'), { method: request.method!, status: response.statusCode, ms })
    const line = { ...facts, ms, ...(response.writableFinished ? {} : { cut: true }) }
    if (isNoise) log.debug(line, 'answered')
    else log.info(line, 'answered')
  })
}
