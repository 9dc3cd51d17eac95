import 'server-only'
import type { EventFile } from '../event-files/schema'
import { fieldsOf } from './rules'
import type { ControlSpec, FieldSpec, FormValues, PartName } from './schema'

/** What the controls of a part show when its form is opened. */
export function fillPart(part: PartName, file: EventFile): FormValues {
  const values: FormValues = {}
  fill(values, fieldsOf(part), asForm(file), '')
  return values
}

type Entry = Record<string, unknown>

/** A few things are asked otherwise than a file writes them: nights and conditions are rows, "remote" is a tick. */
const asForm = (file: EventFile): Entry => ({
  ...file,
  capacity: {
    ...file.capacity,
    is_remote: file.capacity.remote !== undefined,
    remote: typeof file.capacity.remote === 'number' ? file.capacity.remote : undefined,
  },
  hotels: file.hotels.map((hotel) => ({
    ...hotel,
    contingent: hotel.contingent === 'none' ? { mode: 'none' } : hotel.contingent,
    room_types: hotel.room_types.map((type) => ({
      ...type,
      nights: Object.entries(type.nights).map(([night, rooms]) => ({ night, rooms })),
    })),
  })),
  questions: file.questions.map(({ when = {}, ...question }) => ({
    ...question,
    when: Object.entries(when).map(([key, answer]) => ({ question: key, answer: sayAnswer(answer) })),
  })),
})

const sayAnswer = (answer: string | number | boolean) =>
  typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : answer

function fill(values: FormValues, fields: FieldSpec[], entry: Entry, before: string): void {
  for (const field of fields) {
    const value = valueAt(entry, field.name)
    if (field.kind !== 'rows') {
      const written = write(field, value)
      if (written) values[`${before}${field.name}`] = written
      continue
    }
    for (const [index, row] of ((value ?? []) as Entry[]).entries()) {
      const start = `${before}${field.name}.${index}.`
      values[`${start}key`] = [String(row.key ?? '')]
      fill(values, field.of, row, start)
    }
  }
}

function write({ kind, options }: ControlSpec, value: unknown): string[] | null {
  if (kind === 'tick') return value === true ? ['on'] : null
  if (kind === 'ticks') return ((value ?? []) as string[]).map(String)
  if (kind === 'lines') return [((value ?? []) as string[]).join('\n')]
  return [value === undefined ? (options?.[0] ?? '') : String(value)]
}

const valueAt = (entry: Entry, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => (value as Entry | undefined)?.[step], entry)
