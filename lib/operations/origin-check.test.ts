import { describe, expect, it, test } from 'vitest'
import { isFromOurselves } from './origin-check'

const ours = 'https://events.example.org'
const post = (headers: Record<string, string>) =>
  isFromOurselves({ method: 'POST', url: '/my', headers: { host: '127.0.0.1:3000', ...headers } }, ours)

describe('a request that may change something', () => {
  it('comes from our address', () => expect(post({ origin: ours })).toBe(true))

  it('comes from the host it arrived at', () => expect(post({ origin: 'http://127.0.0.1:3000' })).toBe(true))

  it('comes from a page that hides its origin, if the browser vouches for it', () => {
    expect(post({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(true)
    expect(post({ 'sec-fetch-site': 'same-origin' })).toBe(true)
  })

  it.each([
    ['says nothing', {}],
    ['names a stranger', { origin: 'https://stranger.example' }],
    [
      'names a stranger, whatever else it says',
      { origin: 'https://stranger.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['names another port', { origin: 'http://127.0.0.1:4000' }],
    ['names our address over plain http', { origin: 'http://events.example.org' }],
    [
      'names an address that only begins like ours',
      { origin: 'https://events.example.org.stranger.example' },
    ],
    ['hides its origin', { origin: 'null' }],
    ['comes from a sister site', { origin: 'null', 'sec-fetch-site': 'same-site' }],
    ['is no address', { origin: 'events.example.org' }],
    ['carries a token and a cookie', { authorization: 'Bearer abc', cookie: 'a=b' }],
    ['carries an empty token', { authorization: 'Bearer ' }],
  ])('is refused when it %s', (_, headers) => expect(post(headers)).toBe(false))

  it('may come from a program with a token of its own', () => {
    expect(post({ authorization: 'Bearer abc' })).toBe(true)
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('may be a %s just as well', (method) => {
    expect(isFromOurselves({ method, url: '/', headers: { host: 'x' } }, ours)).toBe(false)
  })
})

describe('a request that only reads', () => {
  it.each(['GET', 'HEAD'])('may come from anywhere: %s', (method) => {
    expect(isFromOurselves({ method, url: '/', headers: { origin: 'https://stranger.example' } }, ours)).toBe(
      true,
    )
  })
})

test.each([
  ['a token, whatever else the browser sends', { authorization: 'Bearer x', cookie: 'a=b' }, true],
  ['nothing at all: the route says what is missing', {}, true],
  ['a session from another site', { cookie: 'a=b', origin: 'https://stranger.example' }, false],
])('whoever reports scans with %s', (_what, headers, isWelcome) => {
  const scans = { method: 'POST', url: '/api/check-in/hackathon/scans', headers: { host: 'x', ...headers } }
  expect(isFromOurselves(scans, ours)).toBe(isWelcome)
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('nobody reports scans by %s, so it is refused', (method) => {
  const asked = { method, url: '/api/check-in/hackathon/scans', headers: { host: 'x' } }
  expect(isFromOurselves(asked, ours)).toBe(false)
})

test.each([
  ['neither origin nor cookie', {}, true],
  ['a cookie', { cookie: 'a=b' }, false],
  ['the origin of a page elsewhere', { origin: 'https://stranger.example' }, false],
])('the one click of a mail program with %s', (_what, headers, isWelcome) => {
  const click = (url: string) =>
    isFromOurselves({ method: 'POST', url, headers: { host: 'x', ...headers } }, ours)
  expect(click('/unsubscribe/Zk3vQ0aYw7x1Tn5b-m9LcD/now')).toBe(isWelcome)
  expect(click('/unsubscribe/Zk3vQ0aYw7x1Tn5b-m9LcD')).toBe(false)
  expect(click('/unsubscribe/a/now/../../my')).toBe(false)
})
