import type pg from 'pg'

export type Table = { name: string; columns: string[] }

// What an extension brought is not ours.
const own = (catalog: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend WHERE classid = '${catalog}'::regclass AND objid = ${oid} AND deptype = 'e')`

/** The tables that outlive a crash, by name, with the columns that are not computed from others. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT relname AS name, ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = pg_class.oid AND attnum > 0
             AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns
      FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relpersistence = 'p'
       AND ${own('pg_class', 'pg_class.oid')} ORDER BY relname COLLATE "C"`)
  return rows
}

/** Where each sequence stands. */
export async function listSequences(client: pg.ClientBase) {
  const { rows } = await client.query<{ name: string }>(`
    SELECT relname AS name FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S' AND ${own('pg_class', 'pg_class.oid')}`)
  const found: Record<string, { value: string; isUsed: boolean }> = {}
  for (const { name } of rows) {
    const asked = `SELECT last_value::text AS value, is_called AS "isUsed" FROM ${client.escapeIdentifier(name)}`
    found[name] = (await client.query(asked)).rows[0]
  }
  return found
}

/** Takes everything of ours out of the database, in the transaction that is open. */
export async function dropEverything(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    SELECT 'DROP TABLE IF EXISTS ' || string_agg(pg_class.oid::regclass::text, ', ') || ' CASCADE' AS statement
      FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
       AND ${own('pg_class', 'pg_class.oid')}
    UNION ALL SELECT 'DROP ROUTINE IF EXISTS ' || string_agg(pg_proc.oid::regprocedure::text, ', ') || ' CASCADE'
      FROM pg_proc WHERE pronamespace = current_schema()::regnamespace AND ${own('pg_proc', 'pg_proc.oid')}
    UNION ALL SELECT 'DROP TYPE IF EXISTS ' || string_agg(pg_type.oid::regtype::text, ', ') || ' CASCADE'
      FROM pg_type WHERE typnamespace = current_schema()::regnamespace AND typtype IN ('e', 'd')
       AND ${own('pg_type', 'pg_type.oid')}`)
  for (const { statement } of rows) if (statement) await client.query(statement)
}
