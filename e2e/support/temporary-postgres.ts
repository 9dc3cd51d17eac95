import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openEmbeddedPostgres } from '@/lib/db/embedded-postgres'

/** A PostgreSQL with an empty database, gone without trace after `close`; it outlives any process, but no power cut. */
export async function openTemporaryPostgres() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lanyard-postgres-'))
  chmodSync(folder, 0o711)
  const server = await openEmbeddedPostgres(path.join(folder, 'postgres'))
  // A run that is cut short leaves no server behind; the folder stays for a look.
  const stopNow = () => void server.stop()
  process.once('exit', stopNow)
  const [fsync, pages] = ['ALTER SYSTEM SET fsync = off', 'ALTER SYSTEM SET full_page_writes = off']
  await runOn(server.url, [fsync, pages, 'SELECT pg_reload_conf()'])
  return {
    url: server.url,
    createDatabase: (name: string) => createDatabase(server.url, name),
    close: async () => {
      process.off('exit', stopNow)
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function createDatabase(serverUrl: string, name: string): Promise<string> {
  await runOn(serverUrl, [`CREATE DATABASE ${pg.escapeIdentifier(name)}`])
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function runOn(connectionString: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
