import { type Language, sayDate, sayShortDay, sayTime } from '../dates'
import { type Translator, translator } from '../messages'
import type { Paper, Sheet, Value } from './schema'

/** All of a list in the words of one language; it is held at once, so it is for what fits on paper. */
export async function saySheet(
  { columns, asked = [], read }: Sheet,
  zone: string,
  language: Language,
): Promise<Paper> {
  const say = sayers(asked, zone, language)
  const rows: string[][] = []
  for await (const values of read())
    rows.push(columns.map((column, at) => say.cell(column, values[at] ?? null)))
  return { columns, headings: columns.map(say.heading), rows }
}

function sayers(asked: readonly string[], zone: string, language: Language) {
  const words = translator(language, 'organizer')
  const heading = (column: string) => {
    const key = `exports.columnNames.${column}`
    return !asked.includes(column) && isPlain(column) && words.has(key) ? words(key) : column
  }
  const one = (column: string, value: string | number | boolean): string => {
    if (typeof value === 'boolean') return words(value ? 'exports.yes' : 'exports.no')
    const text = String(value)
    if (asked.includes(column)) return text
    if (/_at$/.test(column)) return sayMomentShort(new Date(text), zone, language)
    const said = dates.includes(column) ? sayNight(text, language) : inWords(words, column, text)
    if (!promised.includes(column)) return said
    return said.replace(/ \(waiting\)$/, () => ` (${words('exports.waiting')})`)
  }
  const cell = (column: string, value: Value) =>
    [value ?? []]
      .flat()
      .map((part) => one(column, part))
      .join(', ')
  return { heading, cell }
}

const dates = ['nights', 'days']
const promised = ['nights', 'activities', 'meals']
const namespaces: Record<string, string> = {
  status: 'status',
  presence: 'presence',
  photo: 'photo',
  diet: 'diet',
  change: 'exports.changes',
}

function inWords(words: Translator, column: string, text: string): string {
  const key = `${namespaces[column]}.${text}`
  return namespaces[column] && isPlain(text) && words.has(key) ? words(key) : text
}

// A night that is not promised says so behind its date.
const sayNight = (text: string, language: Language): string =>
  text.replace(/^\d{4}-\d\d-\d\d/, (date) => sayDate(date, language))

const sayMomentShort = (at: Date, zone: string, language: Language): string =>
  `${sayShortDay(at, zone, language)}, ${sayTime(at, zone, language)}`

const isPlain = (text: string): boolean => /^[a-z_]+$/.test(text)
