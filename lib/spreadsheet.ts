import { writeXlsxStream } from 'hucre/xlsx'

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
