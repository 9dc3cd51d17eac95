import type pg from 'pg'
import { listTables } from './list-tables'
import { survivors } from './rules'

/** Keeps the rows of the database that is about to be replaced that hold in any; gives how to add them to the new one. */
export async function keepSurvivors(client: pg.ClientBase): Promise<() => Promise<void>> {
  const kept = await surviving(client)
  for (const { name } of kept)
    await client.query(
      `CREATE TEMP TABLE ${aside(client, name)} ON COMMIT DROP AS TABLE ${quoted(client, name)}`,
    )
  return async () => {
    for (const { name, columns } of await surviving(client)) {
      const before = kept.find((one) => one.name === name)
      if (!before) continue
      const both = columns.filter((column) => before.columns.includes(column))
      const listed = both.map((column) => quoted(client, column)).join(', ')
      const into = `INSERT INTO ${quoted(client, name)} (${listed})`
      await client.query(
        `${into} SELECT ${listed} FROM ${aside(client, name)} ON CONFLICT ${survivors[name]}`,
      )
    }
  }
}

const surviving = async (client: pg.ClientBase) =>
  (await listTables(client)).filter(({ name }) => survivors[name])

const quoted = (client: pg.ClientBase, name: string) => client.escapeIdentifier(name)

const aside = (client: pg.ClientBase, name: string) => client.escapeIdentifier(`kept_${name}`)
