import type { FileHandle } from 'node:fs/promises'
import type pg from 'pg'
import { applyInside, createRecords, type Migration } from '../db/migrate'
import { dropEverything, listTables } from './list-tables'
import { loadRows } from './load-rows'
import type { Backup } from './schema'

/**
 * Replaces all tables, in the transaction that is open: made as they were when the backup was made, filled, then
 * brought up to what this version knows. Answers the tables of the backup that are not ours.
 */
export async function rebuildTables(
  client: pg.ClientBase,
  file: FileHandle,
  { manifest, counts }: Backup,
  known: Migration[],
): Promise<string[]> {
  const applied = manifest.migrations.map(({ name }) => known.find((one) => one.name === name)!)
  await dropEverything(client)
  await client.query(createRecords)
  for (const migration of applied) await applyInside(client, migration)
  const names = new Set((await listTables(client)).map(({ name }) => name))
  const tables = manifest.tables.filter(({ name }) => names.has(name))
  const restoreKeys = await setKeysAside(client)
  const quoted = tables.map(({ name }) => client.escapeIdentifier(name))
  for (const table of quoted) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  // Migrations may have put rows of their own.
  await client.query(`TRUNCATE ${quoted.join(', ')}`)
  await loadRows(client, file, tables, counts.rows)
  await restoreKeys()
  for (const table of quoted) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  await setSequences(client, counts.sequences)
  for (const migration of known.filter((one) => !applied.includes(one))) {
    await applyInside(client, migration)
    // What one of them leaves for the end of its transaction must not wait for the next one.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    await client.query('SET CONSTRAINTS ALL DEFERRED')
  }
  return manifest.tables.flatMap(({ name }) => (names.has(name) ? [] : [name]))
}

/** Tables are filled by their names, not in the order in which they point at each other. */
async function setKeysAside(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`)
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${client.escapeIdentifier(name)}`)
  return async () => {
    for (const { table, name, definition } of rows)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${client.escapeIdentifier(name)} ${definition}`)
  }
}

async function setSequences(client: pg.ClientBase, sequences: Backup['counts']['sequences']) {
  for (const [name, { value, isUsed }] of Object.entries(sequences))
    await client.query('SELECT setval(to_regclass(quote_ident($1)), $2::bigint, $3)', [name, value, isUsed])
}
