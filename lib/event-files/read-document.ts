import 'server-only'
import type { Document, YAMLError } from 'yaml'
import { isMap, type LineCounter, parseDocument } from 'yaml'
import type { FileProblem } from './schema'

export function readDocument(
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
