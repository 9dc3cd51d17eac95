import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asCode } from './codes'
import { isId, newCode, newId } from './ids'

test('ids are UUIDs of version 7 and sort in the order in which they were made', () => {
  const ids = Array.from({ length: 1000 }, newId)
  expect(
    ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toEqual([])
  expect(ids).toEqual([...new Set(ids)].sort())
})

test('a code has twelve letters in three groups, none of them mistaken for another', () => {
  const codes = Array.from({ length: 2000 }, newCode)
  expect(codes.filter((code) => !/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/.test(code))).toEqual([])
  expect(new Set(codes).size).toBe(2000)
})

test('every letter of a code is as likely as the others, so that nothing of its 58 bits is lost', () => {
  const seen = new Map<string, number>()
  for (let made = 0; made < 40_000; made++)
    for (const letter of newCode().replaceAll('-', '')) seen.set(letter, (seen.get(letter) ?? 0) + 1)
  expect(seen.size).toBe(30)
  // 16,000 of each, five and a half sigma are 700; were all 256 bytes used, half would be 1,000 too rare.
  for (const count of seen.values()) expect(Math.abs(count - 16_000)).toBeLessThan(700)
})

test('whatever stands between its letters, in whatever case, a code is read as it is stored', () => {
  const gap = fc.stringMatching(/^[ \-_.\tß]{0,3}$/)
  fc.assert(
    fc.property(fc.array(gap, { minLength: 12, maxLength: 12 }), fc.boolean(), (gaps, isLow) => {
      const code = newCode()
      const typed = [...code.replaceAll('-', '')].map((letter, at) => gaps[at] + letter).join('')
      expect(asCode(isLow ? typed.toLowerCase() : typed)).toBe(code)
    }),
    { numRuns: 1000 },
  )
})

test.each(['', 'K7QF-9MTD-WX2', 'K7QF-9MTD-WX2CC', 'ÄÖÜß-ÄÖÜß-ÄÖÜß', 'https://example.org/K7QF-9MTD-WX2C'])(
  '%j is no code',
  (typed) => {
    expect(asCode(typed)).toBeNull()
  },
)

test.each([
  ['019a0000-0000-7000-8000-000000000001', true],
  ['019A0000-0000-7000-8000-00000000000F', true],
  ['019a0000-0000-7000-8000-00000000000', false],
  ['019a0000-0000-7000-8000-000000000001\n', false],
  ["019a0000-0000-7000-8000-000000000001' OR true --", false],
  ['019a0000000070008000000000000001', false],
  ['', false],
])('%j as an id: %s', (text, is) => {
  expect(isId(text)).toBe(is)
})
