import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import de from '@/messages/de.json' with { type: 'json' }
import en from '@/messages/en.json' with { type: 'json' }
import { sql } from '../db/client'
import type { Columns } from '../field-facts'
import { fieldNames, register, rooms } from './fields'

useTestDatabase()

const listed = rooms.flatMap(({ fields, nobody }) => [
  ...Object.values(fields).flatMap(({ columns }) => namesOf(columns)),
  ...Object.values(nobody).flatMap(namesOf),
])

test('every column of every table stands in the register, or says why it is about nobody', async () => {
  const { rows } = await sql().query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  )
  const columns = rows.map(({ name }) => name)
  expect(
    columns.filter((name) => !listed.includes(name)),
    'give the column a row in the fields.ts of the room that owns it: who sees it, and how long it is kept',
  ).toEqual([])
  expect(listed.filter((name) => !columns.includes(name))).toEqual([])
})

test('no column is two things', () => {
  expect(listed.filter((name, index) => listed.indexOf(name) !== index)).toEqual([])
})

test('every room with facts about its fields is in the register', () => {
  const found = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  expect(found.filter((file) => /^[a-z-]+\/fields\.ts$/.test(file))).toHaveLength(rooms.length)
})

test('each field has its words in both languages, and none that is gone has any', () => {
  for (const { fields } of [en, de]) expect(Object.keys(fields).sort()).toEqual([...fieldNames].sort())
})

test('what the law protects more is kept under a consent of its own, and goes first', () => {
  const special = fieldNames.filter((name) => register[name].basis === 'own_consent')
  expect(special).toEqual(['accessibility', 'allergies'])
  expect(special.map((name) => register[name].keep)).toEqual(['health', 'health'])
})

function namesOf(columns: Columns): string[] {
  return Object.entries(columns).flatMap(([table, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => `${table}.${name}`),
  )
}
