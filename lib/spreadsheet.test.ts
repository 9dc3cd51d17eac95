import { buffer } from 'node:stream/consumers'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { xlsxStream } from './spreadsheet'

test('whatever people type arrives whole and as text', async () => {
  const typed = [
    '=1+1',
    '+49',
    '-2',
    '@SUM(A1)',
    '2027-04-16',
    '007',
    'true',
    'Zoë 🙂',
    'two\nlines',
    '_x0041_',
    '<&>"',
  ]
  const book = await readXlsx(await buffer(xlsxStream('Who: [all]', ['a', 'b'], rowsOf([typed, ['', 'x']]))))
  expect(book.sheets[0]!.name).toBe('Who   all ')
  expect(book.sheets[0]!.rows[1]).toEqual(typed)
})

test('what no workbook can hold is left out', async () => {
  const book = await readXlsx(await buffer(xlsxStream('x', ['a'], rowsOf([['a\u0000b\u0007c\uFFFE']]))))
  expect(book.sheets[0]!.rows[1]).toEqual(['abc'])
})

test('rows are asked for as somebody takes the file, not all at once', async () => {
  let asked = 0
  const endless = async function* () {
    for (;;) {
      asked++
      yield [`row ${asked} ${Math.random()}`]
    }
  }
  const reader = xlsxStream('x', ['a'], endless()).getReader()
  for (let at = 0; at < 5; at++) await reader.read()
  expect(asked).toBeLessThan(20_000)
  await reader.cancel()
})

async function* rowsOf(rows: string[][]) {
  yield* rows
}
