import { expect, test } from 'vitest'
import { saySheet } from './say-sheet'
import type { Sheet, Value } from './schema'

test('what the columns of a list hold is said in words; what people answered stays as they wrote it', async () => {
  const columns = ['status', 'nights', 'arrived_at', 'looking_at', 'change', 'meal', 'veteran']
  const row: Value[] = [
    ...['confirmed', ['2027-04-15', '2027-04-16 (waiting)'], '2027-04-16T09:12:00+02:00'],
    ...['the night sky', 'new', 'status', true],
  ]
  const asked = ['looking_at', 'change', 'meal', 'veteran']
  expect(await saySheet(sheetOf(columns, row, asked), 'Europe/Berlin', 'de')).toEqual({
    columns,
    headings: ['Stand', 'Nächte', 'Angekommen', ...asked],
    rows: [
      [
        ...['Bestätigt', 'Do. 15. Apr., Fr. 16. Apr. (in der Schlange)', 'Fr. 16. Apr., 09:12'],
        ...['the night sky', 'new', 'status', 'ja'],
      ],
    ],
  })
})

const sheetOf = (columns: string[], row: Value[], asked: string[]): Sheet => ({
  ...{ columns, asked, rows: 1 },
  read: async function* () {
    yield row
  },
})
