import 'server-only'
import type { Document, YAMLError } from 'yaml'
import { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Mistake } from './complete-event-file'
import { completeEventFile } from './complete-event-file'
import { describeIssues } from './describe-issues'
import type { EventFile, FileProblem } from './schema'
import { eventFileSchema } from './schema'
import { shiftDates } from './shift-dates'

const mostBytes = 1_000_000

export type ParsedEventFile = { ok: true; file: EventFile } | { ok: false; problems: FileProblem[] }

/** Reads an event file; `shiftTo` (a date) moves all its dates so that the event starts on that day. */
export function parseEventFile(
  text: string,
  { shiftTo }: { shiftTo?: string | undefined } = {},
): ParsedEventFile {
  if (Buffer.byteLength(text) > mostBytes)
    return {
      ok: false,
      problems: [{ line: 1, column: 1, path: '', sentence: 'the file is larger than 1 MB' }],
    }
  const lines = new LineCounter()
  const document = readDocument(text, lines)
  if ('problems' in document) return { ok: false, problems: document.problems }
  const { yaml, source } = document
  const locate = ({ path, sentence }: Mistake): FileProblem => {
    const { line, col } = lines.linePos(offsetOf(yaml, path))
    return { line: Math.max(line, 1), column: Math.max(col, 1), path: path.join('.'), sentence }
  }
  const written = eventFileSchema.safeParse(source, { reportInput: false })
  if (!written.success)
    return { ok: false, problems: inOrder(describeIssues(written.error.issues, source).map(locate)) }
  const { file, mistakes } = completeEventFile(shiftTo ? shiftDates(written.data, shiftTo) : written.data)
  return mistakes.length ? { ok: false, problems: inOrder(mistakes.map(locate)) } : { ok: true, file }
}

function readDocument(
  text: string,
  lines: LineCounter,
): { problems: FileProblem[] } | { yaml: Document; source: unknown } {
  const failure = (sentence: string) => ({ problems: [{ line: 1, column: 1, path: '', sentence }] })
  try {
    const yaml = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
    })
    if (yaml.errors.some(({ message }) => message.includes('call stack')))
      return failure('the file is nested too deeply')
    if (yaml.errors.length) return { problems: syntaxProblems(yaml.errors, lines) }
    if (!isMap(yaml.contents)) return failure('an event file is a list of keys and values such as “title: …”')
    return { yaml, source: withoutEmptyKeys(yaml.toJS({ maxAliasCount: 50 })) }
  } catch (error) {
    if (error instanceof ReferenceError) return failure('too many aliases (*name); write the values out')
    if (error instanceof RangeError) return failure('the file is nested too deeply')
    throw error
  }
}

/** One broken line breaks those after it: the first few say enough. */
function syntaxProblems(errors: YAMLError[], lines: LineCounter): FileProblem[] {
  return errors.slice(0, 5).map((error) => {
    const { line, col } = lines.linePos(error.pos[0])
    const sentence = syntaxSentences[error.code] ?? `this is not YAML: ${error.message.split('\n')[0]}`
    return { line, column: col, path: '', sentence }
  })
}

const syntaxSentences: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'this key is here twice',
  TAB_AS_INDENT: 'tabs may not indent; use spaces',
  BAD_INDENT: 'the indentation does not fit the lines above',
  MULTIPLE_DOCS: 'one file holds one event; take out what follows “---”',
  NON_STRING_KEY: 'a key has to be a text',
}

/** `summary:` with nothing behind it means that the key is not there. */
function withoutEmptyKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyKeys)
  if (typeof value !== 'object' || value === null) return value
  const filled = Object.entries(value).filter(([, entry]) => entry !== null)
  return Object.fromEntries(filled.map(([key, entry]) => [key, withoutEmptyKeys(entry)]))
}

/** Where the path stands in the text: at the key where there is one, else at the closest thing around it. */
function offsetOf(yaml: Document, path: Mistake['path']): number {
  let node: unknown = yaml.contents
  let offset = 0
  for (const part of path) {
    if (!isCollection(node)) break
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
      if (!pair) break
      offset = startOf(pair.key, offset)
      node = pair.value
    } else {
      node = node.items[Number(part)]
      offset = startOf(node, offset)
    }
  }
  return offset
}

const startOf = (node: unknown, fallback: number) => (isNode(node) ? (node.range?.[0] ?? fallback) : fallback)

const inOrder = (problems: FileProblem[]) =>
  problems.sort((one, other) => one.line - other.line || one.column - other.column)
