import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { answerFromMemory } from './answer-from-memory'

useTestDatabase()

let rendered = 0
let served = 0
let handled = 0
let seen: IncomingMessage['headers'] = {}
let meanwhile = async () => {}
let closeHouse = () => {}
afterEach(() => closeHouse())

test('a page is rendered once for a state, and each answer has a nonce of its own', async () => {
  const event = await makeEvent({ onSite: 3 })
  const page = await openHouse(`/events/${event.slug}`)
  const [first, second] = [await page(), await page()]
  expect([first.body, second.body]).toEqual([
    'page 1 <script nonce="one-1">',
    'page 1 <script nonce="one-2">',
  ])
  expect(second.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test('whoever takes a place changes the page, and so does whoever changes the event', async () => {
  const event = await makeEvent({ onSite: 3 })
  const page = await openHouse(`/events/${event.slug}`)
  await page()
  await makeRegistration(event)
  expect((await page()).body).toContain('page 2')
  await db().event.update({ where: { id: event.id }, data: { title: 'Another title' } })
  expect((await page()).body).toContain('page 3')
  expect((await page()).body).toContain('page 3')
})

test('each language has its page, chosen by hand or by the browser', async () => {
  const event = await makeEvent()
  const page = await openHouse(`/events/${event.slug}`)
  await page()
  expect((await page({ 'accept-language': 'de-CH, en;q=0.5' })).body).toContain('page 2')
  expect((await page({ 'accept-language': 'de', cookie: 'a=b; lanyard_language=en' })).body).toContain(
    'page 1',
  )
})

test('it is rendered for nobody in particular: what else a cookie says does not reach it', async () => {
  const event = await makeEvent()
  const page = await openHouse(`/events/${event.slug}`)
  await page({
    cookie: 'lanyard_language=en; lanyard_language=de; lanyard_my=somebody',
    'accept-language': 'de',
  })
  expect(seen).toMatchObject({ cookie: 'lanyard_language=en', 'accept-language': 'en' })
})

test('many who come at once for a new state wait for one rendering', async () => {
  const event = await makeEvent()
  const page = await openHouse(`/events/${event.slug}`)
  const bodies = await Promise.all(Array.from({ length: 8 }, async () => (await page()).body))
  expect(new Set(bodies.map((body) => body.slice(0, 6)))).toEqual(new Set(['page 1']))
})

test('whoever leaves before anything is rendered keeps nobody waiting', async () => {
  const event = await makeEvent()
  const page = await openHouse(`/events/${event.slug}`)
  const gone = page({ 'x-leaves': 'yes' })
  await expect(gone).rejects.toThrow('socket hang up')
  await expect.poll(() => handled).toBe(1)
  expect((await page()).body).toContain('page 1')
})

test('a page is not kept for a state that went while it was written', async () => {
  const event = await makeEvent({ onSite: 3 })
  const page = await openHouse(`/events/${event.slug}`)
  meanwhile = async () => void (await makeRegistration(event))
  await page()
  meanwhile = async () => {}
  await db().registration.deleteMany({ where: { eventId: event.id } })
  await db().pool.update({ where: { id: event.onSite.id }, data: { taken: 0 } })
  expect((await page()).body).toContain('page 2')
})

test('the kept page is compressed for those who can read it so', async () => {
  const event = await makeEvent()
  const page = await openHouse(`/events/${event.slug}`)
  await page()
  const { headers, bytes } = await page({ 'accept-encoding': 'gzip' })
  expect(headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(bytes).toString()).toContain('page 1')
})

test.each([
  ['a draft', { status: 'draft' as const }, '', {}],
  ['an address with a question', {}, '?code=open', {}],
  ['what lies below the event', {}, '/register', {}],
  ['a page that sets a cookie', {}, '', { 'x-sets-cookie': 'yes' }],
  ['what Next asks for by itself', {}, '', { rsc: '1' }],
])('%s is always rendered', async (_what, overrides, rest, headers) => {
  const event = await makeEvent(overrides)
  const page = await openHouse(`/events/${event.slug}${rest}`)
  await page(headers)
  expect((await page(headers)).body).toContain('page 2')
})

/** A house whose pages count how often they were rendered. */
async function openHouse(path: string) {
  rendered = 0
  served = 0
  handled = 0
  const server = http.createServer((request, response) => {
    response.setHeader('content-security-policy', `script-src 'nonce-one-${++served}'`)
    if (request.headers['x-leaves']) request.socket.destroy()
    void answerFromMemory(request, response, render).finally(() => handled++)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  closeHouse = () => server.close()
  const { port } = server.address() as AddressInfo
  return (headers: Record<string, string> = {}) => ask(port, path, headers)
}

async function render(request: IncomingMessage, response: ServerResponse): Promise<void> {
  seen = request.headers
  await meanwhile()
  // Next writes nothing more to whoever is gone, no end either.
  if (response.destroyed) return
  if (request.headers['x-sets-cookie']) response.setHeader('set-cookie', 'a=b')
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.write(`page ${++rendered} `)
  response.end(`<script nonce="one-${served}">`)
}

function ask(port: number, path: string, headers: Record<string, string>) {
  return new Promise<{ headers: Headers; body: string; bytes: Buffer }>((resolve, reject) => {
    const request = http.get({ port, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const said = new Headers(response.headers as Record<string, string>)
        resolve({ headers: said, body: bytes.toString(), bytes })
      })
    })
    request.on('error', reject)
  })
}
