import 'server-only'
import { stringify } from 'yaml'
import type { z } from 'zod'
import type { EventFile } from './schema'
import { eventFileSchema } from './schema'

/** The file as YAML, in the order of its documentation, keys written out and plain defaults left out. */
export const writeEventFile = (file: EventFile): string =>
  stringify(plainFile(file), { version: '1.2', schema: 'core', lineWidth: 0, blockQuote: 'literal' })

/** The same before it is YAML: what somebody would have written, free to be changed. */
export function plainFile(file: EventFile): Record<string, unknown> {
  const fields = Object.keys(eventFileSchema.shape) as (keyof EventFile)[]
  const entries = fields.flatMap((field) => (isWorthWriting(file, field) ? [[field, file[field]]] : []))
  return prune(Object.fromEntries(entries)) as Record<string, unknown>
}

const needed = new Set<keyof EventFile>(['title', 'slug', 'timezone', 'starts', 'ends', 'contacts'])

function isWorthWriting(file: EventFile, field: keyof EventFile): boolean {
  if (needed.has(field)) return true
  if (file[field] === undefined) return false
  const absent = (eventFileSchema.shape[field] as z.ZodType).safeParse(undefined)
  return !absent.success || JSON.stringify(absent.data) !== JSON.stringify(file[field])
}

/** What reads the same without being written is left out: values that are not there, empty lists inside. */
const prune = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, entry) => {
      if (Array.isArray(entry) && entry.length === 0 && name !== 'contacts') return undefined
      if (!entry?.key) return entry
      const { title, name: called, key, ...rest } = entry
      return { title, name: called, key, ...rest }
    }),
  )
