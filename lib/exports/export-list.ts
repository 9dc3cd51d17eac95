import 'server-only'
import { pipeline, Readable } from 'node:stream'
import { csvStream } from '../csv'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { log } from '../log'
import { listPublicQuestions } from '../questions/queries'
import { countAttendees, readAttendees } from './queries'
import { answerColumns, attendeeCells, attendeeJson } from './rules'
import { type AnswerColumn, type AttendeeRecord, attendeeColumns, type ExportFile } from './schema'

/** A list on its way out of the house; history says so first. */
export async function exportList(
  key: OrganizerKey,
  file: ExportFile,
  event: { id: string; revision: number; timezone: string },
): Promise<ReadableStream> {
  const asked = answerColumns(await listPublicQuestions(event))
  const columns = [...attendeeColumns, ...asked.map(({ name }) => name)]
  const rows = await countAttendees(key)
  await db().$transaction((tx) =>
    recordHistory(tx, {
      eventId: key.eventId,
      actor: { kind: 'user', id: key.userId },
      act: 'exported',
      subject: 'list',
      subjectId: null,
      facts: { list: file.list, format: file.format, columns, filter: null, rows },
    }),
  )
  const records = readAttendees(key, event.timezone)
  return file.format === 'csv' ? asCsv(records, columns, asked) : asJson(records, asked)
}

function asCsv(
  records: AsyncGenerator<AttendeeRecord>,
  columns: string[],
  asked: AnswerColumn[],
): ReadableStream {
  const csv = csvStream(columns)
  pipeline(Readable.from(cellsOf(records, asked)), csv, (error) => {
    if (error) log.warn({ error }, 'an export ended early')
  })
  return Readable.toWeb(csv) as ReadableStream
}

function asJson(records: AsyncGenerator<AttendeeRecord>, asked: AnswerColumn[]): ReadableStream {
  return Readable.toWeb(Readable.from(jsonOf(records, asked))) as ReadableStream
}

async function* cellsOf(records: AsyncGenerator<AttendeeRecord>, asked: AnswerColumn[]) {
  for await (const record of records) yield attendeeCells(record, asked)
}

async function* jsonOf(records: AsyncGenerator<AttendeeRecord>, asked: AnswerColumn[]) {
  let before = '['
  for await (const record of records) {
    yield `${before}\n${attendeeJson(record, asked)}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}
