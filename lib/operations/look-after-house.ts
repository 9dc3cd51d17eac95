import 'server-only'
import { statfs } from 'node:fs/promises'
import { sql } from '../db/client'
import { listMigrations } from '../db/migrate'
import { env } from '../env'
import { listSweeps } from '../jobs/run-sweeps'
import type { AdminKey } from '../keys'
import { countHouseMails } from '../mail/count-house-mails'
import { readVersion } from './program-version'
import type { HouseState } from './schema'

/** How the house is, read anew: what runs beside the pages, what is kept, and which versions it is. */
export async function lookAfterHouse(key: AdminKey): Promise<HouseState> {
  const [mails, storage, disk, migrations, postgres] = await Promise.all([
    countHouseMails(key),
    readStorage(),
    readDisk(),
    readMigrations(),
    readPostgres(),
  ])
  return {
    mails,
    sweeps: listSweeps(),
    storage: { ...storage, disk },
    migrations,
    versions: { ...readVersion(), node: process.versions.node, postgres },
  }
}

async function readStorage() {
  const { rows } = await sql().query<{ bytes: number; tables: HouseState['storage']['tables'] }>(
    `SELECT pg_database_size(current_database())::float8 AS bytes, (
       SELECT COALESCE(json_agg(t), '[]') FROM (
         SELECT relname AS name, pg_total_relation_size(relid) AS bytes, n_live_tup AS rows
           FROM pg_stat_user_tables ORDER BY 2 DESC, 1 LIMIT 6) t) AS tables`,
  )
  return rows[0]!
}

async function readDisk(): Promise<HouseState['storage']['disk']> {
  const found = await statfs(env().dataDir).catch(() => null)
  return found && { free: found.bavail * found.bsize, size: found.blocks * found.bsize }
}

async function readMigrations(): Promise<HouseState['migrations']> {
  const { rows } = await sql().query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  const applied = rows.map(({ name }) => name)
  const missing = listMigrations().filter((name) => !applied.includes(name))
  return { applied: applied.length, missing, last: applied.at(-1) ?? null }
}

async function readPostgres(): Promise<string> {
  const { rows } = await sql().query<{ server_version: string }>('SHOW server_version')
  return rows[0]!.server_version.split(' ')[0]!
}
