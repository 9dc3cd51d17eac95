import 'server-only'
import { LineCounter } from 'yaml'
import type { Language } from '../languages'
import { translator } from '../messages'
import type { Mistake } from './check-entries'
import { completeEventFile } from './complete-event-file'
import { describeIssues } from './describe-issues'
import { locate } from './locate'
import { readDocument, wholeFile } from './read-document'
import type { EventFile, FileProblem } from './schema'
import { eventFileSchema } from './schema'
import { shiftDates } from './shift-dates'

const mostBytes = 1_000_000

export type ParsedEventFile = { ok: true; file: EventFile } | { ok: false; problems: FileProblem[] }

/** Reads an event file; `shiftTo` (a date) moves all its dates so that the event starts on that day. */
export function parseEventFile(
  text: string,
  { shiftTo, language }: { shiftTo?: string | undefined; language?: Language } = {},
): ParsedEventFile {
  const say = translator(language ?? 'en', 'eventFile.mistakes')
  if (Buffer.byteLength(text) > mostBytes)
    return { ok: false, problems: [wholeFile(say('document.too_large'))] }
  const lines = new LineCounter()
  const document = readDocument(text, lines, say)
  if ('problems' in document) return { ok: false, problems: document.problems }
  const { yaml, source } = document
  const problemOf = ({ path, sentence }: Mistake): FileProblem => {
    const { line, col } = lines.linePos(locate(yaml, path))
    return { line: Math.max(line, 1), column: Math.max(col, 1), path: path.join('.'), sentence }
  }
  const written = eventFileSchema.safeParse(source, { reportInput: false })
  if (!written.success)
    return {
      ok: false,
      problems: inOrder(describeIssues(written.error.issues, source, language).map(problemOf)),
    }
  const { file, mistakes } = completeEventFile(
    shiftTo ? shiftDates(written.data, shiftTo) : written.data,
    language,
  )
  return mistakes.length ? { ok: false, problems: inOrder(mistakes.map(problemOf)) } : { ok: true, file }
}

const inOrder = (problems: FileProblem[]) =>
  problems.sort((one, other) => one.line - other.line || one.column - other.column)
