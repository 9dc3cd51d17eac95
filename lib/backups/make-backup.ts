import 'server-only'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { now } from '../clock'
import { derivedToken } from '../tokens'
import { listSequences, listTables, type Table } from './list-tables'
import { partName, rowsKept } from './rules'
import { type Counts, formatVersion, type Manifest } from './schema'
import { type Entry, writeArchive } from './write-archive'

type Wanted = { databaseUrl: string; secret: string | null }

/**
 * Writes everything that is kept, as it was in one moment, into one file, while others go on working; answers how many
 * rows of each table. `secret` goes along unless it is null. Memory does not grow with what is there.
 */
export async function makeBackup(file: string, { databaseUrl, secret }: Wanted): Promise<Counts['rows']> {
  const client = new pg.Client({ connectionString: databaseUrl, options: plainSettings })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const rows: Counts['rows'] = {}
    await writeArchive(file, entriesOf(client, secret, rows))
    return rows
  } finally {
    await client.end()
  }
}

/** So that a value is written in the same way wherever the database is. */
export const plainSettings =
  '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c extra_float_digits=1 -c statement_timeout=0'

/** Tells whether a secret is the one of a backup. */
export const secretMark = (): string => derivedToken('backup', 'secret', 1)

async function* entriesOf(client: pg.Client, secret: string | null, rows: Counts['rows']) {
  const tables = (await listTables(client)).filter(({ name }) => rowsKept(name) !== 'FALSE')
  const manifest: Manifest = {
    format: 'lanyard-backup',
    version: formatVersion,
    takenAt: now().toISOString(),
    migrations: await listApplied(client),
    tables,
    secretMark: secretMark(),
  }
  yield asJson('manifest.json', manifest)
  if (secret !== null) yield { name: 'secret', content: Buffer.from(secret) }
  for (const table of tables) rows[table.name] = yield* partsOf(client, table)
  yield asJson('counts.json', { rows, sequences: await listSequences(client) } satisfies Counts)
}

async function listApplied(client: pg.Client): Promise<Manifest['migrations']> {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY finished_at, started_at, migration_name`,
  )
  return rows
}

const asJson = (name: string, value: object): Entry => ({
  name,
  content: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
})

const partSize = 1024 * 1024

async function* partsOf(client: pg.Client, { name, columns }: Table): AsyncGenerator<Entry, number> {
  const listed = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const kept = rowsKept(name) ?? 'TRUE'
  const asked = `SELECT ${listed} FROM ${client.escapeIdentifier(name)} WHERE ${kept}`
  const stream = client.query(copyTo(`COPY (${asked}) TO STDOUT`))
  let [at, size, rows, chunks] = [0, 0, 0, [] as Buffer[]]
  const part = () => ({ name: partName(name, ++at), content: Buffer.concat(chunks.splice(0)) })
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    rows += linesIn(chunk)
    if (size < partSize) continue
    size = 0
    yield part()
  }
  if (chunks.length > 0) yield part()
  return rows
}

// Each row is a line, and what is a line's end inside a value is written as two letters. The database says the count only
// after the last row, which may be after the stream has ended.
function linesIn(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count++
  return count
}
