import { type AttendeeFilter, attendeeFilter } from '../attendees/schema'
import { joinList } from '../csv'
import { isId } from '../ids'
import type { QuestionView } from '../questions/schema'
import {
  type AnswerColumn,
  type AttendeeRecord,
  attendeeColumns,
  type ExportFile,
  type ExportList,
  exportFormats,
  exportLists,
  filteredLists,
  type SheetWish,
  type Value,
} from './schema'

/** `attendees.csv` as a list and a format; null for lists nobody makes. */
export function readExportFile(name: string): ExportFile | null {
  const [, before, after] = /^([a-z-]+)\.([a-z]+)$/.exec(name) ?? []
  const list = exportLists.find((one) => one === before)
  const format = exportFormats.find((one) => one === after)
  return list && format ? { list, format } : null
}

export type ExportWish = SheetWish & { filter: AttendeeFilter }

/** What an address asks of a list: the filter where the list takes one, a hotel, an older list, what became different. */
export function readWish(list: ExportList, query: Iterable<[string, string]>): ExportWish {
  const named = new Map<string, string[]>()
  for (const [name, value] of query) named.set(name, [...(named.get(name) ?? []), value])
  const asked: Record<string, string[]> = Object.fromEntries(named)
  const takesFilter = filteredLists.some((one) => one === list)
  return {
    filter: attendeeFilter.parse(takesFilter ? { ...asked, q: asked.q?.[0], after: undefined } : {}),
    hotel: list === 'rooming' ? asked.hotel?.[0] : undefined,
    since: asked.since?.[0] === 'last' ? 'last' : undefined,
    handout: isId(asked.handout?.[0] ?? '') ? asked.handout![0] : undefined,
  }
}

/** A column for each question, after the promised ones; a key that is one of those is called as its control is. */
export const answerColumns = (questions: Pick<QuestionView, 'id' | 'key'>[]): AnswerColumn[] =>
  questions.map(({ id, key }) => ({
    questionId: id,
    name: attendeeColumns.some((column) => column === key) ? `answer.${key}` : key,
  }))

/** One record in the order of its columns. */
export const attendeeValues = (record: AttendeeRecord, asked: AnswerColumn[]): Value[] => [
  ...attendeeColumns.map((column) => record[column]),
  ...asked.map(({ questionId }) => record.answers[questionId] ?? null),
]

/** A value as a cell of CSV: a list in one cell, nothing where nothing is known, no formula behind a semicolon. */
export const csvCell = (value: Value): string => inert(plainCell(value))

/** The same for a cell that is text whatever stands in it. */
export function plainCell(value: Value): string {
  if (Array.isArray(value)) return joinList(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value === null ? '' : String(value)
}

/** A row as JSON, its keys in the order of the columns: an object would put keys such as `2024` first. */
export const jsonRow = (columns: readonly string[], values: Value[]): string =>
  `{${columns.map((column, at) => `${JSON.stringify(column)}:${JSON.stringify(values[at] ?? null)}`).join(',')}}`

/** Under which letter a name stands on paper: without accents, digits and signs under `#`. */
export function letterOf(name: string): string {
  const [first = ''] = name.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '')
  const letter = (plainLetters[first] ?? first).toLocaleUpperCase('en')[0] ?? ''
  return /\p{L}/u.test(letter) ? letter : '#'
}

/** Rows that share something, in the order in which it first appears. */
export function groupRows<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

// What has no accent to take off.
const plainLetters: Record<string, string> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ß: 's',
  ı: 'i',
}

// Where the comma is for decimals, a spreadsheet begins a cell at each semicolon, and our quotes mean nothing to it.
const inert = (text: string): string => text.replace(/([;\t\r\n])(?=[=+\-@＝＋－＠])/g, "$1'")
