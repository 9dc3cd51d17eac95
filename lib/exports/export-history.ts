import 'server-only'
import { pipeline, Readable } from 'node:stream'
import { listNames } from '../attendees/list-names'
import { csvStream } from '../csv'
import { isoInZone } from '../dates'
import { db } from '../db/client'
import { countEventHistory, listEventHistory } from '../history/queries'
import { recordHistory } from '../history/record'
import { sayDeed, sayDetails, sayWho } from '../history/rules'
import type { HistoryFilter } from '../history/schema'
import type { OrganizerKey } from '../keys'
import type { Language } from '../languages'
import { log } from '../log'
import { csvCell } from './rules'

const columns = ['at', 'who', 'act', 'what', 'details', 'subject', 'subject_id']
const linesAtOnce = 1000

/** History as CSV on its way out of the house, the latest first, in the reader's language; it is a line itself. */
export async function exportHistory(
  key: OrganizerKey,
  { before: _, ...filter }: HistoryFilter,
  zone: { timezone: string },
  language: Language,
): Promise<ReadableStream> {
  const rows = await countEventHistory(key, filter, zone)
  const chosen = Object.entries(filter).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  await db().$transaction((tx) =>
    recordHistory(tx, {
      eventId: key.eventId,
      actor: { kind: 'user', id: key.userId },
      act: 'exported',
      subject: 'list',
      subjectId: null,
      facts: { list: 'history', format: 'csv', columns, filter: chosen.join(', ') || null, rows },
    }),
  )
  const csv = csvStream(columns)
  pipeline(Readable.from(readLines(key, filter, zone, language)), csv, (error) => {
    if (error) log.warn({ error }, 'an export ended early')
  })
  return Readable.toWeb(csv) as ReadableStream
}

async function* readLines(
  key: OrganizerKey,
  filter: HistoryFilter,
  zone: { timezone: string },
  language: Language,
) {
  let before: string | undefined
  for (;;) {
    const { lines, next } = await listEventHistory(key, { ...filter, before }, zone, linesAtOnce)
    const names = await listNames(key, lines)
    for (const line of lines)
      yield [
        isoInZone(line.at, zone.timezone),
        sayWho(line, names, language),
        line.act,
        sayDeed(line, names, language),
        sayDetails(line, language).join('; '),
        line.subject,
        line.subjectId ?? '',
      ].map(csvCell)
    if (!next) return
    before = next
  }
}
