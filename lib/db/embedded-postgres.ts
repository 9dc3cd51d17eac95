import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { postgresProgram, serverIdentity } from './embedded-binaries'
import { findRunningServer, isGone, startServer, stopServer } from './embedded-process'

export type EmbeddedPostgres = Awaited<ReturnType<typeof openEmbeddedPostgres>>

/**
 * A PostgreSQL of our own in `folder`: attaches to the one that already runs there, else starts it.
 * `stop` stops the server in both cases; whether the caller may is the caller's decision. `revive` starts one that has
 * died once more at the same address, and says whether it had to.
 */
export async function openEmbeddedPostgres(folder: string, database = 'lanyard') {
  const password = preparePassword(folder)
  const running = await findRunningServer(folder, password)
  if (!running) createCluster(folder)
  let server = running ?? (await startServer(folder, password))
  const url = (name: string) => `postgresql://app:${password}@127.0.0.1:${server.port}/${name}`
  await ensureDatabase(url('postgres'), database)
  return {
    url: url(database),
    attached: running !== null,
    pid: () => server.pid,
    isGone: () => isGone(server.pid),
    async revive(): Promise<boolean> {
      if (!isGone(server.pid)) return false
      const found = await findRunningServer(folder, password)
      server = found ?? (await startServer(folder, password, server.port))
      return found === null
    },
    stop: () => stopServer(folder, server),
  }
}

function preparePassword(folder: string): string {
  const file = path.join(folder, 'password')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveToServer(folder)
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  giveToServer(file)
  return readFileSync(file, 'utf8').trim()
}

function giveToServer(file: string) {
  const { uid, gid } = serverIdentity()
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid)
}

function createCluster(folder: string) {
  const data = path.join(folder, 'data')
  if (existsSync(path.join(data, 'PG_VERSION'))) return
  rmSync(data, { recursive: true, force: true }) // left by an interrupted attempt
  const access = ['-U', 'app', '--pwfile', path.join(folder, 'password'), '-A', 'scram-sha-256']
  const result = spawnSync(
    postgresProgram('initdb'),
    ['-D', data, ...access, '-E', 'UTF8', '--locale=C', '--no-instructions'],
    { ...serverIdentity(), cwd: folder, encoding: 'utf8' },
  )
  if (result.status === 0) return
  const words = String(result.stderr ?? result.error ?? '').trim()
  throw new Error(
    `The built-in PostgreSQL could not set up its data in ${data}: ${words || result.error?.message} ` +
      'If the folder lies under a home that other users cannot enter, set DATA_DIR to one outside, or set DATABASE_URL.',
  )
}

async function ensureDatabase(serverUrl: string, name: string) {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount) return
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } catch (error) {
    // Two processes attaching to a new server at once: the other one made it.
    if (!['42P04', '23505'].includes((error as pg.DatabaseError).code ?? '')) throw error
  } finally {
    await client.end()
  }
}
