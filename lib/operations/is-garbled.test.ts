import { describe, expect, test } from 'vitest'
import { readValues, textOf } from '../action'
import { isGarbled, isTooMuch } from './is-garbled'

const next = '/srv/lanyard/node_modules/next/dist/compiled/next-server/app-page-turbo.runtime.prod.js'
const ours = '/srv/lanyard/.next/server/chunks/ssr/_1wjft-6zhh2xz._.js'
const library = '/srv/lanyard/node_modules/pg-protocol/dist/parser.js'

const withStack = (...frames: string[]) =>
  Object.assign(new Error('Connection closed.'), {
    stack: ['Error: Connection closed.', ...frames.map((frame) => `    at ${frame}`)].join('\n'),
  })
const posted = { method: 'POST' }

describe('what was posted is no form of ours', () => {
  test.each([
    ['cut off', [`tY (${next}:15:80738)`, `async t0 (${next}:17:12665)`]],
    ['no JSON', ['JSON.parse (<anonymous>)', `tI (${next}:15:70523)`, 'process.emit (node:events:524:28)']],
    [
      'no form',
      [
        'node:internal/deps/undici/undici:5817:27',
        'async Promise.all (index 1)',
        `async ${next}:18:622`,
        'async m (/srv/lanyard/.next/server/chunks/ssr/node_modules_next_dist_0-amw._.js:1:11866)',
      ],
    ],
    ['cut off on Windows', [`tY (${next.replaceAll('/', '\\')}:15:80738)`]],
  ])('when it is %s', (_, frames) => {
    expect(isGarbled(withStack(...frames), posted)).toBe(true)
    expect(
      isGarbled(withStack(...frames), { ...posted, renderSource: 'react-server-components-payload' }),
    ).toBe(true)
  })
})

test('what is called with something else than a form says so itself', () => {
  const called = () => {
    try {
      readValues([] as unknown as FormData)
    } catch (error) {
      return error
    }
  }
  expect(isGarbled(called(), posted)).toBe(true)
  expect(() => textOf({ get: () => 'x' } as unknown as FormData, 'x')).toThrow(
    expect.objectContaining({ name: 'Garbled' }),
  )
})

describe('it is our own fault', () => {
  test.each([
    ['an action of ours', [`t (${ours}:1:352)`, `async t1 (${next}:18:3423)`]],
    ['a library', [`Parser.parse (${library}:293:11)`, `async t1 (${next}:18:3423)`]],
    ['the network', ['TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16)']],
    ['nobody knows where', []],
  ])('when the error comes from %s', (_, frames) => {
    expect(isGarbled(withStack(...frames), posted)).toBe(false)
  })

  test('when a page cannot be drawn, or nothing was posted', () => {
    const error = withStack(`tY (${next}:15:80738)`)
    expect(isGarbled(error, { ...posted, renderSource: 'server-rendering' })).toBe(false)
    expect(isGarbled(error, { ...posted, renderSource: 'react-server-components' })).toBe(false)
    expect(isGarbled(error, { method: 'GET' })).toBe(false)
    expect(isGarbled('Connection closed.', posted)).toBe(false)
  })
})

test('a body over what Next reads into a form is too much', () => {
  expect(isTooMuch(Object.assign(new Error('Body exceeded 1 MB limit.'), { statusCode: 413 }))).toBe(true)
  expect(isTooMuch(new Error('Body exceeded 1 MB limit.'))).toBe(false)
})
