import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { printJsonSchema } from './print-json-schema'

const schema = JSON.parse(printJsonSchema())

it('is what public/event-file.schema.json says; if not: npm run -s lanyard -- schema', () => {
  expect(JSON.parse(readFileSync('public/event-file.schema.json', 'utf8'))).toEqual(schema)
})

it('refuses unknown keys and needs the first six', () => {
  expect(schema.additionalProperties).toBe(false)
  expect(schema.required).toEqual(['title', 'slug', 'timezone', 'starts', 'ends', 'contacts'])
})

it('has every key explained in docs/event-file.md', () => {
  const guide = readFileSync('docs/event-file.md', 'utf8')
  const missing = [...new Set(keysOf(schema))].filter((key) => !guide.includes(`\`${key}\``))
  expect(missing).toEqual([])
})

function keysOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { properties = {} } = node as { properties?: object }
  return [...Object.keys(properties), ...Object.values(node).flatMap(keysOf)]
}
