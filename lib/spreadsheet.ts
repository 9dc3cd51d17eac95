import { readXlsx, writeXlsxStream } from 'hucre/xlsx'
import { unpacksWithin } from './zip-sizes'

/**
 * A workbook of one page from rows that arrive one by one, in constant memory. Every cell is text, also what looks like
 * a number, a date or a formula, and stays text when somebody edits it.
 */
export function xlsxStream(
  name: string,
  columns: readonly string[],
  rows: AsyncIterable<string[]>,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(asText(rows), {
    name: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map((header) => ({ header: inert(header), style: { numFmt: '@' } })),
    freezePane: { rows: 1 },
  })
}

/** The rows of a workbook's first page as text, dates as `2024-04-15`; null for what is none, or would unpack too large. */
export async function readWorkbook(bytes: Uint8Array, mostRows: number): Promise<string[][] | null> {
  if (!unpacksWithin(bytes, 60_000_000, 500)) return null
  try {
    const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: mostRows })
    return sheets[0]?.rows.map((row) => row.map(cellText)) ?? null
  } catch {
    return null
  }
}

async function* asText(rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  for await (const row of rows) yield row.map(inert)
}

// A workbook writes control characters as `_x0001_`, so text that already looks like one is written as what it is.
const inert = (text: string): string =>
  text
    .replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .slice(0, mostInCell)

const mostInCell = 32_767

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell)
  const text = cell.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
}
