import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { setEnvironment } from './env'
import { derivedToken, hashToken, newToken, seal, unseal } from './tokens'

const here = { NEXTAUTH_SECRET: 'a secret of invented tests, long enough' }
const elsewhere = { NEXTAUTH_SECRET: 'another secret of invented tests, as long' }
const id = '019a0000-0000-7000-8000-000000000001'

beforeEach(() => setEnvironment(here))

test('a token has 192 bits that nobody has seen before and fits into an address', () => {
  const tokens = Array.from({ length: 1000 }, newToken)
  expect(tokens.filter((token) => !/^[\w-]{32}$/.test(token))).toEqual([])
  expect(new Set(tokens).size).toBe(1000)
})

test('of a token only its SHA-256 is kept, as sha256sum writes it', () => {
  expect(hashToken('a-token')).toBe('1f6076e3a47ba1ded08025ffe06e57af217c14f9407f33fba50f99b1c7019387')
})

test('a derived token is the same whenever it is made, and another for each purpose, id and version', () => {
  const token = derivedToken('manage', id, 1)
  expect(token).toMatch(/^[\w-]{32}$/)
  expect(derivedToken('manage', id, 1)).toBe(token)
  const others = [
    derivedToken('manage', id, 2),
    derivedToken('unsubscribe', id, 1),
    derivedToken('manage', id.replace('1', '2'), 1),
  ]
  expect(new Set([token, ...others]).size).toBe(4)
})

test('another installation derives other tokens', () => {
  const token = derivedToken('manage', id, 1)
  setEnvironment(elsewhere)
  expect(derivedToken('manage', id, 1)).not.toBe(token)
})

test('whatever is sealed comes back whole, and looks different every time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = seal('mail', text)
      expect(unseal('mail', sealed)).toBe(text)
      expect(sealed).not.toBe(seal('mail', text))
      if (text.length > 3) expect(Buffer.from(sealed, 'base64url').toString()).not.toContain(text)
    }),
    { numRuns: 1000 },
  )
})

test('a sealed text opens for its own purpose and in its own installation only', () => {
  const sealed = seal('mail', 'the way in')
  expect(unseal('registered', sealed)).toBeNull()
  setEnvironment(elsewhere)
  expect(unseal('mail', sealed)).toBeNull()
})

test('with any one bit turned, or cut short anywhere, it does not open', () => {
  const sealed = Buffer.from(seal('mail', 'the way in'), 'base64url')
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const turned = Buffer.from(sealed)
    turned[bit >> 3]! ^= 1 << (bit & 7)
    expect(unseal('mail', turned.toString('base64url')), `bit ${bit}`).toBeNull()
  }
  for (let length = 0; length < sealed.length; length++)
    expect(unseal('mail', sealed.subarray(0, length).toString('base64url')), `${length} bytes`).toBeNull()
})

test.each(['', 'x', '/etc/passwd', '\u0000', '😀'.repeat(40)])('%j was never sealed', (text) => {
  expect(unseal('mail', text)).toBeNull()
})
