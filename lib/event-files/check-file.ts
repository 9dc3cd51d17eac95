import 'server-only'
import type { Language } from '../languages'
import type { Mistake } from './check-entries'
import { completeEventFile } from './complete-event-file'
import { describeIssues } from './describe-issues'
import { type EventFile, eventFileSchema } from './schema'

export type CheckedFile = { ok: true; file: EventFile } | { ok: false; mistakes: Mistake[] }

/** What somebody wrote in a form, judged as if it had come as a file; paths lead into `source`. */
export function checkFile(source: unknown, language: Language): CheckedFile {
  const written = eventFileSchema.safeParse(source, { reportInput: false })
  if (!written.success) return { ok: false, mistakes: describeIssues(written.error.issues, source, language) }
  const { file, mistakes } = completeEventFile(written.data, language)
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, file }
}
