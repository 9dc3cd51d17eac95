import { stringify } from 'csv-stringify'
import { stringify as stringifyNow } from 'csv-stringify/sync'

/** Text that spreadsheets read as they should: UTF-8 with BOM, quoted only where needed, no formula comes to life. */
const dialect = { bom: true, escape_formulas: true } as const

export const listSeparator = '; '

/** A list in one cell; an entry cannot pretend to be two. */
export const joinList = (entries: string[]): string =>
  entries.map((entry) => entry.replaceAll(listSeparator, ', ')).join(listSeparator)

/** Lines of CSV from rows that arrive one by one, in constant memory. */
export function csvStream(columns: readonly string[]) {
  return stringify({ ...dialect, header: true, columns: [...columns] })
}

/** The same text at once, for what is short. */
export const csvText = (columns: readonly string[], rows: Record<string, string>[]): string =>
  stringifyNow(rows, { ...dialect, header: true, columns: [...columns] })
