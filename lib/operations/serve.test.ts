import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { serve } from './serve'

useTestDatabase()

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

let server: http.Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
const broken: [kind: string, status: number, handle: Handle][] = [
  ['a mistake of ours', 500, () => Promise.reject(new Error('oh'))],
  ['no database', 503, () => Promise.reject(away)],
  [
    'a page that failed',
    500,
    async (_, response) =>
      void response.writeHead(500, { 'content-type': 'text/html' }).end('Something broke'),
  ],
]

// The other kinds of answers are in e2e/operator-trusts-every-answer.spec.ts.
test.each(broken)('%s is answered with the same protection as a page', async (_, status, handle) => {
  const site = await open(handle, 'https://events.example.org')
  const answer = await fetch(`${site}/my`)
  expect(answer.status).toBe(status)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000',
    'cache-control': 'no-store',
  })
})

test.each([
  ['/my/abc%', '/my/abc%25'],
  ['/my/%F0%9F?then=%', '/my/%25F0%259F?then=%'],
  ['/my/%F0%9F%A6%8A', '/my/%F0%9F%A6%8A'],
  ['/events/a?q=%ff', '/events/a?q=%ff'],
])('%s is read as %s', async (asked, read) => {
  const site = await open(async ({ url }, response) => void response.end(url), 'http://localhost')
  const text = await new Promise((resolve) =>
    http.get(`${site}${asked}`, async (response) => {
      for await (const chunk of response) resolve(String(chunk))
    }),
  )
  expect(text).toBe(read)
})

async function open(handle: Handle, baseUrl: string): Promise<string> {
  server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  serve({ server, handle, baseUrl, trustedProxies: [] })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
