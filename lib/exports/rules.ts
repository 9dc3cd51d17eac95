import { joinList } from '../csv'
import type { QuestionView } from '../questions/schema'
import {
  type AnswerColumn,
  type AttendeeRecord,
  attendeeColumns,
  type ExportFile,
  exportFormats,
} from './schema'

/** `attendees.csv` as a list and a format; null for lists nobody makes. */
export function readExportFile(name: string): ExportFile | null {
  const format = exportFormats.find((one) => name === `attendees.${one}`)
  return format ? { list: 'attendees', format } : null
}

/** A column for each question, after the promised ones; a key that is one of those is called as its control is. */
export const answerColumns = (questions: Pick<QuestionView, 'id' | 'key'>[]): AnswerColumn[] =>
  questions.map(({ id, key }) => ({
    questionId: id,
    name: attendeeColumns.some((column) => column === key) ? `answer.${key}` : key,
  }))

/** One record as cells of text: lists in one cell, nothing where nothing is known. */
export function attendeeCells(record: AttendeeRecord, asked: AnswerColumn[]): Record<string, string> {
  return Object.fromEntries(attendeeEntries(record, asked).map(([column, value]) => [column, cell(value)]))
}

/** One record as JSON, its keys in the order of the columns: an object would put keys such as `2024` first. */
export const attendeeJson = (record: AttendeeRecord, asked: AnswerColumn[]): string =>
  `{${attendeeEntries(record, asked)
    .map(([column, value]) => `${JSON.stringify(column)}:${JSON.stringify(value)}`)
    .join(',')}}`

type Value = string | string[] | number | boolean | null

const attendeeEntries = (record: AttendeeRecord, asked: AnswerColumn[]): [string, Value][] => [
  ...attendeeColumns.map((column): [string, Value] => [column, record[column]]),
  ...asked.map(({ name, questionId }): [string, Value] => [name, record.answers[questionId] ?? null]),
]

function cell(value: Value): string {
  if (Array.isArray(value)) return inert(joinList(value))
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value === null ? '' : inert(String(value))
}

// Where the comma is for decimals, a spreadsheet begins a cell at each semicolon, and our quotes mean nothing to it.
const inert = (text: string): string => text.replace(/([;\t\r\n])(?=[=+\-@＝＋－＠])/g, "$1'")
