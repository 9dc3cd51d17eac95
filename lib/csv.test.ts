import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, joinList } from './csv'

const bom = '\uFEFF'
const alive = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

test('cells are quoted only where needed, under a byte order mark', () => {
  const text = csvText(['name', 'note'], [{ name: 'Ada "Countess", Example', note: 'plain; here' }])
  expect(text).toBe(`${bom}name,note\n"Ada ""Countess"", Example",plain; here\n`)
})

test.each(['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])(
  'a spreadsheet reads %j as text, in the e-mail column too',
  (cell) => {
    const [, row] = parse(csvText(['name', 'email'], [{ name: cell, email: cell }]))
    expect(row).toEqual([`'${cell}`, `'${cell}`])
  },
)

test('an entry of a list cannot pretend to be two', () => {
  expect(joinList(['lunch: soup; bread', 'snacks: fruit'])).toBe('lunch: soup, bread; snacks: fruit')
})

test('whatever people type arrives whole, and nothing of it is a formula', () => {
  const hostile = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '"',
    ',',
    ';',
    '＝',
    '＠',
    '\u202E',
    "'",
  )
  const cell = fc.string({
    unit: fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 1 })),
    maxLength: 12,
  })
  const row = fc.record({ name: cell, email: cell, last: fc.constant('end') })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const [header, ...read] = parse(csvText(['name', 'email', 'last'], rows))
      expect(header).toEqual(['name', 'email', 'last'])
      expect(read).toEqual(rows.map(({ name, email, last }) => [inert(name), inert(email), last]))
      for (const value of read.flat()) expect(value).not.toMatch(alive)
    }),
    { numRuns: 1500 },
  )
})

const inert = (text: string) => (alive.test(text) ? `'${text}` : text)

/** RFC 4180, as strict as a spreadsheet. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\n\r]*))(,|\n|$)/y
  cell.lastIndex = text.startsWith(bom) ? 1 : 0
  while (cell.lastIndex < text.length) {
    const [whole, quoted, plain, end] = cell.exec(text) ?? []
    if (whole === undefined) throw new Error('this is not CSV')
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!)
    if (end === '\n' && cell.lastIndex < text.length) rows.push([])
  }
  return rows
}
