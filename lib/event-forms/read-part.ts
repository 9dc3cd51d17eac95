import 'server-only'
import { keyOf } from '../event-files/rules'
import { countRows, fieldsOf } from './rules'
import type { ControlSpec, FieldSpec, FormValues, PartName, RowsSpec } from './schema'

type Entry = Record<string, unknown>
/** `twice` are the controls of nights and conditions that were there before. */
export type ReadPart = { source: Entry; twice: string[] }

/**
 * What a form says about its part, put into a file as it was written (`source`, left as it is). What is empty is not
 * there; nothing is judged but what the file could not even say.
 */
export function readPart(part: PartName, values: FormValues, source: Entry): ReadPart {
  const read: ReadPart = { source: structuredClone(source), twice: [] }
  take(read, fieldsOf(part), values, read.source, '')
  return read
}

function take(read: ReadPart, fields: FieldSpec[], values: FormValues, into: Entry, before: string): void {
  for (const field of fields) {
    const at = `${before}${field.name}`
    set(
      into,
      field.name,
      field.kind === 'rows' ? takeRows(read, field, values, at) : answerTo(field, values[at]),
    )
  }
  tidy(read, fields, values, into, before)
}

function takeRows(read: ReadPart, spec: RowsSpec, values: FormValues, at: string): Entry[] {
  const count = countRows(values, at)
  const seen = new Set<string>()
  const kept = Array.from({ length: count }, (_, row) => values[`${at}.${row}.key`]?.[0] ?? '')
  const entries = kept.map((key, row) => {
    const entry: Entry = {}
    take(read, spec.of, values, entry, `${at}.${row}.`)
    return spec.keyFrom ? { ...entry, key: key || freshKey(entry[spec.keyFrom], seen, kept) } : entry
  })
  for (const { key } of entries as { key?: string }[]) if (key) seen.add(key)
  return entries
}

/** What a new row is known by from now on: its title, or a number where no letter of it can be spelled. */
function freshKey(title: unknown, seen: Set<string>, kept: string[]): string {
  const { en, de } = (typeof title === 'object' ? title : {}) as { en?: string; de?: string } & object
  const start = keyOf(String(en ?? de ?? (typeof title === 'string' ? title : ''))) || 'entry'
  let key = start
  for (let count = 2; seen.has(key) || kept.includes(key); count += 1) key = `${start.slice(0, 76)}-${count}`
  seen.add(key)
  return key
}

function answerTo({ kind }: ControlSpec, typed: string[] | undefined): unknown {
  const text = typed?.[0]?.trim() ?? ''
  if (kind === 'tick') return typed?.includes('on') ?? false
  if (kind === 'ticks') return typed?.filter(Boolean)
  if (kind === 'lines') {
    const entries = text.split(/\r\n|\r|\n/).flatMap((entry) => entry.trim() || [])
    return entries.length > 0 ? entries : undefined
  }
  if (text === '') return undefined
  return kind === 'number' ? numberOf(text) : text
}

const numberOf = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)

/** Back from what a form asks to what a file writes. */
function tidy(read: ReadPart, fields: FieldSpec[], values: FormValues, into: Entry, before: string): void {
  const has = (name: string) => fields.some((field) => field.name === name)
  if (has('capacity.is_remote')) tidyRemote(into.capacity as Entry, into.registration as Entry)
  if (has('slug'))
    into.also_known_as = ((into.also_known_as ?? []) as string[]).filter((name) => name !== into.slug)
  if (has('venue.name')) tidyVenue(into)
  if (has('contingent.mode')) {
    if ((into.contingent as Entry).mode === 'none') into.contingent = 'none'
    if ((into.room_types as Entry[]).length === 0) delete into.room_types
  }
  if (has('idea')) for (const name of ['idea', 'remote']) if (into[name] === false) delete into[name]
  if (has('beds')) into.beds = Number(into.beds)
  if (has('nights')) into.nights = recordOf(read, into.nights, `${before}nights`, ['night', 'rooms'])
  if (has('when')) {
    const asked = recordOf(read, into.when, `${before}when`, ['question', 'answer'])
    const answers = Object.entries(asked).map(([key, answer]) => [key, numberFor(values, key, answer)])
    into.when = Object.fromEntries(answers)
  }
}

/** A window for remote people alone would already say that there are some. */
function tidyRemote(capacity: Entry, registration: Entry): void {
  const isTimed = Object.values(registration.remote as Entry).some((value) => value !== undefined)
  if (!capacity.is_remote || !isTimed) delete registration.remote
  if (capacity.is_remote) capacity.remote ??= 'unlimited'
  else delete capacity.remote
  delete capacity.is_remote
}

function tidyVenue(into: Entry): void {
  const venue = into.venue as Entry
  for (const name of ['latitude', 'longitude'])
    if (typeof venue[name] === 'string') venue[name] = numberOf(venue[name].replace(',', '.'))
  if (Object.values(venue).every((value) => value === undefined)) delete into.venue
}

function recordOf(read: ReadPart, rows: unknown, at: string, [name, value]: [string, string]): Entry {
  const record: Entry = {}
  for (const [row, entry] of ((rows ?? []) as Entry[]).entries()) {
    const key = String(entry[name] ?? '')
    if (Object.hasOwn(record, key)) read.twice.push(`${at}.${row}.${name}`)
    else record[key] = entry[value]
  }
  return record
}

/** A question that is answered with a number waits for one. */
function numberFor(values: FormValues, key: string, answer: unknown): unknown {
  const row = Object.entries(values).find(([name, [text]]) => name.endsWith('.key') && text === key)?.[0]
  const isNumber = row !== undefined && values[row.replace(/key$/, 'type')]?.[0] === 'number'
  return isNumber && typeof answer === 'string' ? numberOf(answer) : answer
}

function set(into: Entry, path: string, value: unknown): void {
  const steps = path.split('.')
  const last = steps.pop()!
  let at = into
  for (const step of steps) {
    if (typeof at[step] !== 'object' || at[step] === null) at[step] = {}
    at = at[step] as Entry
  }
  if (value === undefined) delete at[last]
  else at[last] = value
}
