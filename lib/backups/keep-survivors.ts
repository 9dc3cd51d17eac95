import type pg from 'pg'
import { listReturned } from './list-returned'
import { listTables, type Table } from './list-tables'
import { endings, survivors } from './rules'

/**
 * Keeps what of the database that is about to be replaced holds in any; gives how to add it to the new one, which
 * answers who has rights again that were taken since.
 */
export async function keepSurvivors(client: pg.ClientBase): Promise<() => Promise<string[]>> {
  const kept = await listKept(client)
  for (const { name, columns } of kept)
    await client.query(
      `CREATE TEMP TABLE ${aside(client, name)} ON COMMIT DROP AS
         SELECT ${columns.map((column) => plain(client, column)).join(', ')} FROM ${quoted(client, name)}`,
    )
  return async () => {
    const tables = await listKept(client)
    const both = kept.flatMap(({ name, columns }) => {
      const since = tables.find((one) => one.name === name)
      return since ? [{ name, columns: columns.filter((column) => since.columns.includes(column)) }] : []
    })
    await addSurvivors(client, both)
    await endAgain(client, both)
    return await listReturned(client, both)
  }
}

async function addSurvivors(client: pg.ClientBase, both: Table[]): Promise<void> {
  for (const { name, columns } of both) {
    const rule = survivors[name]
    if (!rule) continue
    const listed = columns.map((column) => quoted(client, column)).join(', ')
    await client.query(`INSERT INTO ${quoted(client, name)} (${listed})
      SELECT ${listed} FROM ${aside(client, name)} was WHERE ${rule.only ?? true} ON CONFLICT ${rule.both}`)
  }
}

async function endAgain(client: pg.ClientBase, both: Table[]): Promise<void> {
  for (const { table, key, column, only = 'true' } of endings) {
    const found = both.find(({ name }) => name === table)
    if (![...key, column].every((one) => found?.columns.includes(one))) continue
    await client.query(`UPDATE ${table} now SET ${column} = was.${column} FROM ${aside(client, table)} was
      WHERE ${key.map((one) => `now.${one} = was.${one}`).join(' AND ')}
        AND now.${column} IS NULL AND was.${column} IS NOT NULL AND (${only})`)
  }
}

const wanted = new Set([
  ...Object.keys(survivors),
  ...endings.map(({ table }) => table),
  ...['event', 'team_member'],
])

const listKept = async (client: pg.ClientBase) =>
  (await listTables(client)).filter(({ name }) => wanted.has(name))

const quoted = (client: pg.ClientBase, name: string) => client.escapeIdentifier(name)

const aside = (client: pg.ClientBase, name: string) => client.escapeIdentifier(`kept_${name}`)

// Types of our own go with the tables, and columns of them everywhere else.
const plain = (client: pg.ClientBase, column: string) =>
  column === 'role' ? 'role::text AS role' : quoted(client, column)
