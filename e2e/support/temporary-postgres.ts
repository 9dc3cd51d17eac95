import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openEmbeddedPostgres } from '@/lib/db/embedded-postgres'

/** A PostgreSQL with an empty database, gone without trace after `close`. */
export async function openTemporaryPostgres() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lanyard-postgres-'))
  chmodSync(folder, 0o711)
  const server = await openEmbeddedPostgres(path.join(folder, 'postgres'))
  // A run that is cut short leaves no server behind; the folder stays for a look.
  const stopNow = () => void server.stop()
  process.once('exit', stopNow)
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
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
