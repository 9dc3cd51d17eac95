import http from 'node:http'
import { expect, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { attendeeCookie, phoneCookie, teamCookie } from './support/callers'
import { makeScene } from './support/deeds'
import { readForms } from './support/read-forms'

type Asked = { method?: string; headers?: Record<string, string>; body?: string }
type Answer = { status: number; headers: Record<string, string>; text: string }

const garbled = 'multipart/form-data; boundary=x'

test('every kind of answer carries its protection, and private ones are kept nowhere', async () => {
  const { event, person } = await makeScene()
  const [door, owner] = [await teamCookie(event, 'check_in'), await teamCookie(event, 'owner')]
  await db().event.update({ where: { id: event.id }, data: { embedOrigins: ['https://example.org'] } })
  const phone = await phoneCookie(event, 'scan_only')
  const mine = attendeeCookie(person.manageToken)
  const desk = `/organizer/${event.slug}`
  const front = await ask('/')
  const [script] = /\/_next\/static\/[^"]+\.js/.exec(front.text)!
  const origin = new URL(process.env.BASE_URL!).origin
  const language = readForms(front.text)[0]!
  const fields = Object.entries({ ...language.controls, language: 'de' }).map(
    ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const pressed = {
    method: 'POST',
    headers: { origin, 'content-type': garbled },
    body: `${fields.join('')}--x--\r\n`,
  }

  const kinds: [kind: string, status: number, path: string, asked?: Asked][] = [
    ['a page', 200, '/'],
    ['a page from memory', 200, `/events/${event.slug}`],
    ['a private page', 200, '/my', { headers: { cookie: mine } }],
    ['a page of the team', 200, desk, { headers: { cookie: owner } }],
    ['a page for scripts', 307, desk, { headers: { cookie: owner, rsc: '1' } }],
    ['no page', 404, '/nothing/of-this-name'],
    ['no such event', 404, '/events/nothing-of-this-name'],
    ['an address cut in two', 404, '/events/x%'],
    ['not their room', 403, desk, { headers: { cookie: door } }],
    ['to sign in', 307, desk],
    ['a personal link', 303, `/my/${person.manageToken}`],
    ['a file', 200, `/events/${event.slug}/calendar.ics`],
    ['a list', 200, `${desk}/exports/attendees.csv`, { headers: { cookie: owner } }],
    ['a picture', 200, `/events/${event.slug}/opengraph-image`],
    ['a route', 200, '/api/health/ready'],
    ['no such route', 404, '/api/metrics'],
    ['without a token', 401, `/api/check-in/${event.slug}/snapshot`],
    ['a list for a phone', 200, `/api/check-in/${event.slug}/snapshot`, { headers: { cookie: phone } }],
    ['a stream', 200, `/api/check-in/${event.slug}/live?only=cursor`, { headers: { cookie: phone } }],
    ['no such method', 405, '/lists/open'],
    ['an action', 200, '/', pressed],
    ['no form of ours', 400, '/', { ...pressed, body: 'x' }],
    [
      'from elsewhere',
      403,
      '/',
      { ...pressed, headers: { ...pressed.headers, origin: 'https://example.org' } },
    ],
    ['too much', 413, '/', { method: 'POST', headers: { origin, 'content-length': '9000000' } }],
    ['a script', 200, script],
    ['a public file', 200, '/embed.js'],
    ['no such file', 404, '/_next/static/nothing.js'],
    ['a frame', 200, `/events/${event.slug}/embed`],
  ]
  for (const [kind, status, path, asked] of kinds) {
    const { headers, ...answer } = await ask(path, asked)
    expect.soft(answer.status, kind).toBe(status)
    expect.soft(headers, kind).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.stringMatching(/origin$|no-referrer$/),
      'permissions-policy': expect.stringContaining('microphone=()'),
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(/object-src 'none'; base-uri 'none'.*frame-ancestors/),
      'x-request-id': expect.stringMatching(/^[\w-]+$/),
    })
    expect.soft(headers['content-security-policy'], kind).not.toMatch(/script-src[^;]*unsafe-(inline|eval)/)
    if (kind !== 'a frame') expect.soft(headers['x-frame-options'], kind).toBe('DENY')
    expect.soft([headers.server, headers['x-powered-by']], kind).toEqual([undefined, undefined])
    const isPrivate = /^\/(my|organizer|api\/check-in|api\/metrics)\b/.test(path)
    if (isPrivate) expect.soft(headers['cache-control'], kind).toContain('no-store')
    if (headers['set-cookie']) expect.soft(headers['set-cookie'], kind).toMatch(/; HttpOnly; SameSite=lax/i)
  }
})

/** The bare answer: no browser in between follows it, waits for the end of a stream or hides a header. */
function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, process.env.BASE_URL!), { method, headers, agent: false })
    request.on('response', async (response) => {
      const found = { status: response.statusCode!, headers: flat(response.headers) }
      if (found.headers['content-type']?.startsWith('text/event-stream')) {
        request.destroy()
        return resolve({ ...found, text: '' })
      }
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      resolve({ ...found, text: String(Buffer.concat(chunks)) })
    })
    request.on('error', reject)
    request.end(body)
  })
}

const flat = (headers: http.IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
