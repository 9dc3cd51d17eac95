import { parse } from 'csv-parse/sync'
import { ok, type Result, refused } from '../result'
import { readWorkbook } from '../spreadsheet'
import { type ReadTable, type TableRefusal, tableLimits } from './schema'

/**
 * Reads CSV with commas, semicolons or tabs, in UTF-8, UTF-16 with a mark, or Windows-1252, and the first page of a
 * workbook. Empty rows are left out; an apostrophe that kept a formula asleep is taken away again.
 */
export async function readTable(bytes: Uint8Array): Promise<Result<ReadTable, TableRefusal>> {
  if (bytes.byteLength > tableLimits.bytes) return refused('too_large')
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const lines = isZip ? await readWorkbook(bytes, tableLimits.rows + 2) : readCsv(bytes)
  if (!lines) return refused('no_table')
  const rows = lines
    .map((cells, at) => ({ row: at + 1, cells: cells.map(plain) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [heads, ...rest] = rows
  if (!heads) return refused('no_table')
  const width = heads.cells.findLastIndex((cell) => cell !== '') + 1
  if (width > tableLimits.columns) return refused('too_many_columns')
  if (rest.length === 0) return refused('no_rows')
  if (rest.length > tableLimits.rows) return refused('too_many_rows')
  const fit = (cells: string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? '')
  return ok({
    format: isZip ? 'xlsx' : 'csv',
    headers: fit(heads.cells),
    rows: rest.map(({ row, cells }) => ({ row, cells: fit(cells) })),
  })
}

function readCsv(bytes: Uint8Array): string[][] | null {
  const text = decoded(bytes)
  if (text.includes('\0')) return null
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    })
  } catch {
    return null
  }
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What stands most often between the heads, outside of quotes. */
function delimiterOf(text: string): string {
  const heads = text
    .trimStart()
    .split(/\r?\n/, 1)[0]!
    .replaceAll(/"[^"]*"/g, '')
  const count = (mark: string) => heads.split(mark).length
  return [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0]!
}

// What no database takes is left out; what `escape_formulas` of lib/csv.ts put before a formula is taken away.
const plain = (cell: string): string =>
  cell
    .replaceAll(/[\0\p{Cs}]/gu, '')
    .trim()
    .replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')
    .slice(0, tableLimits.cell)
