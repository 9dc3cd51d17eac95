import 'server-only'
import { pipeline, Readable } from 'node:stream'
import { csvStream } from '../csv'
import { log } from '../log'
import { xlsxStream } from '../spreadsheet'
import { csvCell, jsonRow, plainCell } from './rules'
import type { Sheet } from './schema'

/** A list as bytes of one format, row by row as somebody takes them; `name` is what a spreadsheet calls its only page. */
export const writeSheet: Record<'csv' | 'xlsx' | 'json', (sheet: Sheet, name: string) => ReadableStream> = {
  csv: (sheet) => {
    const csv = csvStream(sheet.columns)
    pipeline(Readable.from(cellsOf(sheet, csvCell)), csv, (error) => {
      if (error) log.warn({ error }, 'an export ended early')
    })
    return Readable.toWeb(csv) as ReadableStream
  },
  xlsx: (sheet, name) => xlsxStream(name, sheet.columns, cellsOf(sheet, plainCell)),
  json: (sheet) => Readable.toWeb(Readable.from(jsonOf(sheet))) as ReadableStream,
}

async function* cellsOf({ read }: Sheet, cell: typeof csvCell): AsyncGenerator<string[]> {
  for await (const values of read()) yield values.map(cell)
}

async function* jsonOf({ columns, read }: Sheet): AsyncGenerator<string> {
  let before = '['
  for await (const values of read()) {
    yield `${before}\n${jsonRow(columns, values)}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}
