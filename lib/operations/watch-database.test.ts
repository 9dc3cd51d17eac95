import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { createGzip } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { databaseAnswers } from '../db/database-answers'
import { env, setEnvironment } from '../env'
import { tableLimits } from '../imports/schema'
import { requestContext } from '../log'
import { serve } from './serve'

useTestDatabase()

let handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
let server: http.Server
let site: string
beforeEach(async () => {
  server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  site = `http://localhost:${(server.address() as AddressInfo).port}`
  const asked = (request: IncomingMessage, response: ServerResponse) => handle(request, response)
  serve({ server, handle: asked, baseUrl: site, trustedProxies: [] })
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
const german = { accept: 'text/html', 'accept-language': 'de' }

test('a page that fails for want of the database is a 503 in the language of its reader', async () => {
  handle = async () => {
    throw away
  }
  const page = await fetch(`${site}/events/a/register?code=b&lang=de`, { headers: german })
  expect([page.status, page.headers.get('retry-after'), page.headers.get('cache-control')]).toEqual([
    503,
    '10',
    'no-store',
  ])
  const html = await page.text()
  expect(html).toContain('<html lang="de">')
  expect(html).toContain('Unsere Datenbank antwortet im Moment nicht.')
  expect(html).toContain('href="/events/a/register?code=b&amp;lang=de"')
  const words = await fetch(`${site}/api/check-in/a/scans`, { headers: { 'accept-language': 'en' } })
  expect(words.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await words.text()).toMatch(/^Our database does not answer at the moment\..*\n$/)
})

test('what Next has said about it already is not sent; what it says about our own mistakes is', async () => {
  let isAway = true
  handle = async (_, response) => {
    requestContext.getStore()!.isDatabaseAway = isAway
    response.writeHead(500, { 'content-type': 'text/html', link: '</a.js>', 'x-kept': 'yes' })
    response.write('Something ')
    response.end('broke')
  }
  const first = await fetch(`${site}/`, { headers: german })
  expect([first.status, await first.text()]).toEqual([503, expect.not.stringContaining('broke')])
  isAway = false
  const second = await fetch(`${site}/`, { headers: german })
  expect([second.status, second.headers.get('x-kept'), await second.text()]).toEqual([
    500,
    'yes',
    'Something broke',
  ])
})

test('what nobody could read is said to whoever sent it, and is no fault of ours', async () => {
  let unread: 'garbled' | 'tooMuch' = 'garbled'
  handle = async (_, response) => {
    requestContext.getStore()!.unread = unread
    response.writeHead(500, { 'content-type': 'text/html' })
    response.end('Something broke')
  }
  const garbled = await fetch(`${site}/`, { headers: german })
  expect([garbled.status, await garbled.text()]).toEqual([400, expect.stringContaining('nicht zu lesen')])
  unread = 'tooMuch'
  const tooMuch = await fetch(`${site}/`, { headers: german })
  expect([tooMuch.status, await tooMuch.text()]).toEqual([413, expect.stringContaining('Höchstens 2 MB')])
})

test('whoever compresses on the way is passed by when the answer is another one, and heard when it is not', async () => {
  let status = 500
  handle = async (_, response) => {
    requestContext.getStore()!.isDatabaseAway = true
    compressed(response)
    response.statusCode = status
    response.setHeader('content-type', 'text/html')
    response.write('Some')
    response.end('thing')
  }
  const away = await fetch(`${site}/`, { headers: { ...german, 'accept-encoding': 'gzip' } })
  expect([away.status, away.headers.get('content-encoding')]).toEqual([503, null])
  expect(await away.text()).toContain('Unsere Datenbank antwortet im Moment nicht.')
  status = 200
  const page = await fetch(`${site}/`, { headers: { ...german, 'accept-encoding': 'gzip' } })
  expect([page.status, await page.text()]).toEqual([200, 'Something'])
})

/** What the framework's compression does: it takes the place of these two and calls them later. */
function compressed(response: ServerResponse) {
  const [write, end] = [response.write, response.end]
  const stream = createGzip()
  stream.on('data', (chunk) => void write.call(response, chunk, 'utf8'))
  stream.on('end', () => void end.call(response, undefined, 'utf8'))
  response.setHeader('content-encoding', 'gzip')
  response.write = ((chunk: string) => stream.write(chunk)) as typeof write
  response.end = ((chunk: string) => void stream.end(chunk)) as unknown as typeof end
}

test('a form without scripts comes back with everything that was typed, inert, and can be sent again', async () => {
  const read: string[] = []
  handle = async (request) => {
    for await (const chunk of request) read.push(String(chunk))
    throw away
  }
  const form = new FormData()
  const typed = {
    $ACTION_1: '{"id":1}',
    name: '"><script>alert(1)</script>',
    accessibility: 'A ramp\nplease',
  }
  for (const [name, value] of Object.entries(typed)) form.append(name, value)
  form.append('picture', new File(['x'], 'x.png'))
  const headers = { ...german, origin: site }
  const page = await fetch(`${site}/events/a/register`, { method: 'POST', body: form, headers })
  expect(page.status).toBe(503)
  expect(read.join('')).toContain('A ramp')
  const html = await page.text()
  expect(html.match(/<input[^>]*>/gs)).toEqual([
    '<input type="hidden" name="$ACTION_1" value="{&quot;id&quot;:1}">',
    '<input type="hidden" name="name" value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">',
    expect.stringMatching(/^<input type="hidden" name="accessibility" value="A ramp\r?\nplease">$/),
  ])
  expect(html).toContain('<form method="post" enctype="multipart/form-data">')
  const fetched = { ...headers, 'next-action': 'abc' }
  const script = await fetch(`${site}/events/a/register`, { method: 'POST', body: form, headers: fetched })
  expect([script.status, await script.text()]).toEqual([503, expect.not.stringContaining('<')])
})

test('a database that never answers is not waited for; a slow page is, as long as the database answers', async () => {
  const { databaseUrl } = env()
  const silent = net.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => silent.once('listening', resolve))
  handle = async () => await new Promise(() => {})
  const port = (silent.address() as AddressInfo).port
  setEnvironment({ DATABASE_URL: `postgresql://app@127.0.0.1:${port}/lanyard` })
  const began = performance.now()
  const lost = await fetch(`${site}/`, { headers: german })
  expect([lost.status, performance.now() - began < 10_000]).toEqual([503, true])

  setEnvironment({ DATABASE_URL: databaseUrl! })
  handle = async (_, response) => {
    await new Promise((resolve) => setTimeout(resolve, 7_000))
    await databaseAnswers()
    response.setHeader('content-type', 'text/html')
    response.end('late, but here')
  }
  const page = await fetch(`${site}/`, { headers: german })
  expect([page.status, await page.text()]).toEqual([200, 'late, but here'])
  silent.close()
})

test('whoever comes from elsewhere, or sends too much, is told so in their language', async () => {
  handle = async (_, response) => void response.end()
  const post = (headers: Record<string, string>, body = '') => fetch(site, { method: 'POST', body, headers })
  const foreign = await post({ 'accept-language': 'de', origin: 'https://example.org' })
  expect([foreign.status, await foreign.text()]).toEqual([
    403,
    'Diese Anfrage kam nicht von einer Seite dieser Website, deshalb wurde nichts geändert.\n',
  ])
  const chosen = { 'accept-language': 'en', cookie: 'lanyard_language=de', accept: 'text/html', origin: site }
  const form = new FormData()
  form.append('file', new Blob(['x'.repeat(tableLimits.bytes)]), 'people.csv')
  expect((await fetch(site, { method: 'POST', body: form, headers: { origin: site } })).status).toBe(200)
  const tooMuch = await post(chosen, 'x'.repeat(2_050_001))
  expect([tooMuch.status, await tooMuch.text()]).toEqual([413, expect.stringContaining('Höchstens 2 MB')])
})
