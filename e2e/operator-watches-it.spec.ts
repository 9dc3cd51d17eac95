import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { bodyMaker, hiddenControls, multipartType } from './bench/filled-form'
import { copyPreparedData } from './faults/copy-prepared-data'
import { manageLink } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { freePort, newDataFolder, removeFolder, startServer } from './support/own-server'
import { openPostOffice } from './support/post-office'

const shared = () => {
  const { DATABASE_URL, NEXTAUTH_SECRET } = process.env as Record<string, string>
  return { DATABASE_URL: DATABASE_URL!, NEXTAUTH_SECRET: NEXTAUTH_SECRET! }
}

let folder: string
test.beforeEach(() => {
  folder = newDataFolder()
})
test.afterEach(() => removeFolder(folder))

test('a Prometheus with the token reads which doors are used how, and of nobody; without one there is no such door', async () => {
  test.setTimeout(120_000)
  const token = 'a-token-of-invented-tests'
  const settings = { ...shared(), DATA_DIR: folder, PORT: await freePort(), METRICS_TOKEN: token }
  const server = await startServer(settings)
  const { slug } = await makeJourneyEvent()
  const paths = [
    `/events/${slug}`,
    `/events/${slug}`,
    '/events/nowhere',
    '/my/someones-own-link',
    `/nothing/${slug}`,
  ]
  for (const path of paths) await (await fetch(server.url + path)).text()
  await fetch(server.url, { method: 'POST' })
  const read = (authorization: string) => fetch(`${server.url}/api/metrics`, { headers: { authorization } })
  const answer = await read(`Bearer ${token}`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ])
  const told = await answer.text()
  const count = (route: string, status: string, method = 'GET') =>
    new RegExp(
      `^lanyard_http_requests_total{route="${route.replace(/[[\]]/g, '\\$&')}",method="${method}",status="${status}"} (\\d+)$`,
      'm',
    ).exec(told)?.[1]
  expect(count('/events/[slug]', '2xx')).toBe('2')
  expect(count('/events/[slug]', '4xx')).toBe('1')
  expect(count('/my/[token]', '4xx')).toBe('1')
  expect(count('none', '4xx')).toBe('1')
  expect(count('/', '4xx', 'POST')).toBe('1')
  expect(told).toMatch(/^lanyard_http_request_duration_seconds_count{route="\/events\/\[slug\]"} 3$/m)
  expect(told).toMatch(/^lanyard_sweep_late{sweep="mails"} 0$/m)
  expect(told).toMatch(/^lanyard_registrations{state="confirmed"} \d+$/m)
  expect(told).not.toMatch(new RegExp(`${slug}|nowhere|someones`))
  for (const wrong of ['', 'Bearer', `Bearer ${token}s`]) expect((await read(wrong)).status).toBe(401)
  await server.end('SIGTERM')
  const closed = await fetch(`${process.env.BASE_URL}/api/metrics`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(closed.status).toBe(404)
})

test('the log tells what happened, a JSON line each with the number of its request, and names nobody', async () => {
  test.setTimeout(120_000)
  const post = await openPostOffice({
    refuse: (address) => (address.startsWith('person-') ? 550 : undefined),
  })
  const data = join(folder, 'data')
  await copyPreparedData(data)
  const settings = { DATA_DIR: data, PORT: await freePort(), SMTP_URL: post.url, LOG_LEVEL: 'debug' }
  const server = await startServer(settings)
  const form = `${server.url}/events/example-hackathon/register`
  const canary = 'Kanarienvogel'
  const answers: [string, string][] = [
    ['name', canary],
    ['organization', canary],
    ['presence', 'on_site'],
    ['photo', 'fine'],
    ['allergies', canary],
    ['allergiesConsent', 'on'],
  ]
  const newBody = bodyMaker([...(await hiddenControls(form)), ...answers])
  const headers = { 'content-type': multipartType, origin: server.url, 'user-agent': canary }
  const send = (body: string) => fetch(form, { method: 'POST', headers, body, redirect: 'manual' })
  const addressed = (body: string) => body.replace(/person-(\S+)@/, `${canary}-$1@`)
  expect((await send(newBody())).status).toBe(303)
  const answered = await send(addressed(newBody()))
  expect(answered.status).toBe(303)
  await expect.poll(() => post.arrived.length, { timeout: 30_000 }).toBe(1)
  const link = manageLink(post.arrived[0]!.mail)
  const token = link.split('/').at(-1)!
  const [, signIn] = /sign-in\/(\S+)/.exec(server.said())!
  const origin = { origin: server.url }
  for (const [path, wish] of [
    [`/my/${token}`, {}],
    [`/my?answer=${canary}`, { headers: { cookie: `lanyard_my=${token}` } }],
    [`/sign-in/${signIn}`, {}],
    [`/sign-in?email=${canary}@example.org`, {}],
    [`/${canary}@example.org`, {}],
    [`/events/${token}/register`, {}],
    [`/join/${token}`, {}],
    [
      '/api/check-in/example-hackathon/scans',
      { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: canary },
    ],
    ['/events/example-hackathon/register', { method: 'POST', headers: origin, body: canary }],
    ['/my', { method: 'POST', headers: { ...origin, cookie: `lanyard_my=${token}` }, body: canary }],
  ] as [string, RequestInit][])
    await (await fetch(server.url + path, { redirect: 'manual', ...wish })).text()
  const refusals = () => server.said().includes('a mail did not leave')
  await expect.poll(refusals, { timeout: 30_000 }).toBe(true)
  const { said, complained } = await server.end('SIGTERM')
  const lines = said.split('\n').filter((line) => line.startsWith('{'))
  for (const secret of [canary, canary.toLowerCase(), token, signIn!, 'person-', 'example.org'])
    expect(
      lines.filter((line) => line.includes(secret)),
      secret,
    ).toEqual([])
  expect(complained).toBe('')
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  for (const line of told)
    expect(line).toMatchObject({
      level: expect.any(String),
      time: expect.stringMatching(/Z$/),
      msg: expect.any(String),
    })
  const request = answered.headers.get('x-request-id')
  const path = '/events/example-hackathon/register'
  expect(told.filter((line) => line.request === request && line.msg === 'answered')).toEqual([
    expect.objectContaining({ method: 'POST', path, status: 303, ms: expect.any(Number) }),
  ])
  expect(
    new Set(told.filter(({ msg }) => msg === 'answered').map((line) => line.request)).size,
  ).toBeGreaterThan(10)
  await post.close()
})
