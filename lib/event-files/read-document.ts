import 'server-only'
import type { Document, YAMLError } from 'yaml'
import { isMap, type LineCounter, parseDocument } from 'yaml'
import type { Translator } from '../messages'
import type { FileProblem } from './schema'

/** `say` speaks `eventFile.mistakes`. */
export function readDocument(
  text: string,
  lines: LineCounter,
  say: Translator,
): { problems: FileProblem[] } | { yaml: Document; source: unknown } {
  const failure = (word: string) => ({ problems: [wholeFile(say(`document.${word}`))] })
  try {
    const yaml = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
    })
    if (yaml.errors.some(({ message }) => message.includes('call stack'))) return failure('too_deep')
    if (yaml.errors.length) return { problems: syntaxProblems(yaml.errors, lines, say) }
    if (!isMap(yaml.contents)) return failure('no_mapping')
    return { yaml, source: withoutEmptyKeys(yaml.toJS({ maxAliasCount: 50 })) }
  } catch (error) {
    if (error instanceof ReferenceError) return failure('too_many_aliases')
    if (error instanceof RangeError) return failure('too_deep')
    throw error
  }
}

/** A problem of the file itself, which stands nowhere in it. */
export const wholeFile = (sentence: string): FileProblem => ({ line: 1, column: 1, path: '', sentence })

/** One broken line breaks those after it: the first few say enough. */
function syntaxProblems(errors: YAMLError[], lines: LineCounter, say: Translator): FileProblem[] {
  return errors.slice(0, 5).map((error) => {
    const { line, col } = lines.linePos(error.pos[0])
    const message = error.message.split('\n')[0]!
    const sentence = say(`document.${syntaxWords[error.code] ?? 'no_yaml'}`, { message })
    return { line, column: col, path: '', sentence }
  })
}

const syntaxWords: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'key_twice',
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  MULTIPLE_DOCS: 'two_files',
  NON_STRING_KEY: 'no_text_key',
}

/** `summary:` with nothing behind it means that the key is not there. */
function withoutEmptyKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyKeys)
  if (typeof value !== 'object' || value === null) return value
  const filled = Object.entries(value).filter(([, entry]) => entry !== null)
  return Object.fromEntries(filled.map(([key, entry]) => [key, withoutEmptyKeys(entry)]))
}
