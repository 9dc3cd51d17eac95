import 'server-only'
import type { EventFile } from './schema'

/** One thing known by its path, with every plain value it has. */
export type Part = { title: string; fields: Map<string, unknown> }

export function splitIntoParts(file: EventFile): Map<string, Part> {
  const { activities, meals, hotels, check_in_points, questions, ...event } = file
  const parts = new Map<string, Part>([['', { title: file.title, fields: fieldsOf(event) }]])
  const add = (list: string, entries: { key: string }[]) => {
    const owner = parts.get(list.includes('.') ? list.slice(0, list.lastIndexOf('.')) : '')
    owner?.fields.set(
      `order of ${list.split('.').at(-1)}`,
      entries.map(({ key }) => key),
    )
    for (const entry of entries) {
      const { key, options, room_types, ...facts } = entry as Record<string, unknown> & { key: string }
      const title = String(facts.title ?? facts.name ?? key)
      parts.set(`${list}.${key}`, { title, fields: fieldsOf(facts) })
      if (isKeyed(options)) add(`${list}.${key}.options`, options)
      else if (options) parts.get(`${list}.${key}`)!.fields.set('options', options)
      if (isKeyed(room_types)) add(`${list}.${key}.room_types`, room_types)
    }
  }
  add('activities', activities)
  add('meals', meals)
  add('hotels', hotels)
  add('check_in_points', check_in_points)
  add('questions', questions)
  return parts
}

const isKeyed = (value: unknown): value is { key: string }[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'object')

function fieldsOf(value: object, prefix = ''): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue
    if (typeof entry === 'object' && !Array.isArray(entry))
      for (const [name, inner] of fieldsOf(entry, `${prefix}${key}.`)) fields.set(name, inner)
    else fields.set(`${prefix}${key}`, entry)
  }
  return fields
}
