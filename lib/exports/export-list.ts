import 'server-only'
import { pipeline, Readable } from 'node:stream'
import { csvStream } from '../csv'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { log } from '../log'
import { countAttendees, readAttendees } from './queries'
import { attendeeCells } from './rules'
import { type AttendeeRecord, attendeeColumns, type ExportFile } from './schema'

/** A list on its way out of the house; history says so first. `zone` is the event's. */
export async function exportList(key: OrganizerKey, file: ExportFile, zone: string): Promise<ReadableStream> {
  const rows = await countAttendees(key)
  await db().$transaction((tx) =>
    recordHistory(tx, {
      eventId: key.eventId,
      actor: { kind: 'user', id: key.userId },
      act: 'exported',
      subject: 'list',
      subjectId: null,
      facts: { list: file.list, format: file.format, columns: [...attendeeColumns], filter: null, rows },
    }),
  )
  const records = readAttendees(key, zone)
  return file.format === 'csv' ? asCsv(records) : asJson(records)
}

function asCsv(records: AsyncGenerator<AttendeeRecord>): ReadableStream {
  const csv = csvStream(attendeeColumns)
  pipeline(Readable.from(cellsOf(records)), csv, (error) => {
    if (error) log.warn({ error }, 'an export ended early')
  })
  return Readable.toWeb(csv) as ReadableStream
}

function asJson(records: AsyncGenerator<AttendeeRecord>): ReadableStream {
  return Readable.toWeb(Readable.from(jsonOf(records))) as ReadableStream
}

async function* cellsOf(records: AsyncGenerator<AttendeeRecord>) {
  for await (const record of records) yield attendeeCells(record)
}

async function* jsonOf(records: AsyncGenerator<AttendeeRecord>) {
  let before = '['
  for await (const record of records) {
    const inOrder = Object.fromEntries(attendeeColumns.map((column) => [column, record[column]]))
    yield `${before}\n${JSON.stringify(inOrder)}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}
