import { joinList } from '../csv'
import { type AttendeeRecord, attendeeColumns, type ExportFile, exportFormats } from './schema'

/** `attendees.csv` as a list and a format; null for lists nobody makes. */
export function readExportFile(name: string): ExportFile | null {
  const format = exportFormats.find((one) => name === `attendees.${one}`)
  return format ? { list: 'attendees', format } : null
}

/** One record as cells of text: lists in one cell, nothing where nothing is known. */
export function attendeeCells(record: AttendeeRecord): Record<string, string> {
  return Object.fromEntries(attendeeColumns.map((column) => [column, cell(record[column])]))
}

const cell = (value: string | string[] | null): string =>
  Array.isArray(value) ? joinList(value) : (value ?? '')
