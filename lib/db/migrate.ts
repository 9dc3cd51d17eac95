import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

export type Migration = { name: string; sql: string; checksum: string }
type Recorded = { migration_name: string; checksum: string; finished_at: Date | null }

/**
 * Applies what is missing of prisma/migrations, in order, and records it as Prisma does, so that
 * `prisma migrate status` agrees. Several processes may call it at once. Gives the names applied.
 */
export async function migrate(databaseUrl: string, folder = migrationsFolder): Promise<string[]> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    options: '-c TimeZone=UTC',
    // A start may meet a busy machine; nobody waits for a page yet.
    connectionTimeoutMillis: 20_000,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(${migrationLock})`)
    await client.query(createRecords)
    const recorded = await readRecords(client)
    const missing = readMigrations(folder).filter((migration) => isMissing(migration, recorded))
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The number Prisma Migrate locks: whoever holds it changes the tables alone. */
export const migrationLock = 72707369

/** The names of all migrations that this version of the program knows. */
export const listMigrations = (folder = migrationsFolder) => readMigrations(folder).map(({ name }) => name)

const migrationsFolder = path.resolve('prisma/migrations')

/** Where it is recorded which migrations were applied, as Prisma does it. */
export const createRecords = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

async function readRecords(client: pg.Client): Promise<Recorded[]> {
  const { rows } = await client.query<Recorded>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const failed = rows.find((row) => !row.finished_at)
  if (failed) {
    throw new Error(
      `The migration ${failed.migration_name} failed earlier. Repair the database, then mark it with ` +
        `"npx prisma migrate resolve --rolled-back ${failed.migration_name}" and start again.`,
    )
  }
  return rows
}

/** All migrations that this version of the program knows, in order. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

function isMissing({ name, checksum }: Migration, recorded: Recorded[]): boolean {
  const record = recorded.find((row) => row.migration_name === name)
  if (!record) return true
  if (record.checksum === checksum) return false
  throw new Error(
    `The migration ${name} was changed after it was applied: put back its text, add a new one instead.`,
  )
}

// The text and its record are one transaction: killed in between, the next start does it again.
async function apply(client: pg.Client, migration: Migration) {
  await client.query('BEGIN')
  try {
    await applyInside(client, migration)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** Applies one migration in the transaction that is open. */
export async function applyInside(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
  } catch (error) {
    throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
