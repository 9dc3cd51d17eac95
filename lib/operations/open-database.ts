import { hkdfSync } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type EmbeddedPostgres, openEmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { migrate } from '@/lib/db/migrate'
import { env, setEnvironment } from '@/lib/env'
import { keptSecret, prepareDataFolder } from './data-folder'
import { takeLock } from './file-lock'
import { settleSecret } from './next-secret'
import { isAlive, markOf } from './process-mark'

/** `keepsSecret`: the secret lies in DATA_DIR, because nobody set one. */
export type OpenDatabase = { isEmbedded: boolean; keepsSecret: boolean; close: () => Promise<void> }
type Role = 'server' | 'command' | 'keeper'

/**
 * Finds or starts the database, applies migrations, and tells the rest of the process by its environment.
 * Of several servers on one built-in database the last one stops it; a command stops only what it started. A keeper is
 * a command that takes the tables as they are.
 */
export async function openDatabase(role: Role, say: (sentence: string) => void): Promise<OpenDatabase> {
  const { databaseUrl, dataDir } = env()
  const database = databaseUrl
    ? { isEmbedded: false, keepsSecret: false, close: async () => {} }
    : await openEmbedded(dataDir, role, say)
  try {
    const { databaseUrl: url, baseUrl, secret } = env()
    const actionsKey = Buffer.from(hkdfSync('sha256', secret, 'lanyard', 'server actions', 32)).toString(
      'base64',
    )
    setEnvironment({ NEXTAUTH_URL: baseUrl, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey })
    const applied = role === 'keeper' ? [] : await migrate(url!)
    if (applied.length > 0) say(`Database brought up to date (${applied.length} migrations).`)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openEmbedded(dataDir: string, role: Role, say: (sentence: string) => void) {
  prepareDataFolder(dataDir)
  const lock = () =>
    takeLock(path.join(dataDir, 'lock'), (pid) =>
      say(`Waiting for process ${pid}, which is using ${dataDir}.`),
    )
  const release = await lock()
  let isLockKept = false
  try {
    const postgres = await openEmbeddedPostgres(path.join(dataDir, 'postgres'))
    await settleSecret(dataDir, postgres.url)
    const about = { isEmbedded: true, keepsSecret: env().secret === '' }
    const secret = env().secret || keptSecret(dataDir)
    setEnvironment({ DATABASE_URL: postgres.url, NEXTAUTH_SECRET: secret })
    if (role === 'server') {
      addServer(dataDir)
      // It logs, and so reads the environment that was just completed.
      const { keepDatabaseUp } = await import('./keep-database-up')
      const letGo = keepDatabaseUp(postgres, lock)
      return { ...about, close: () => letGo().then(() => leave(dataDir, postgres, lock)) }
    }
    if (postgres.attached) return { ...about, close: async () => {} }
    // Whoever comes next waits until this command has stopped what it started.
    isLockKept = true
    return { ...about, close: () => postgres.stop().finally(release) }
  } finally {
    if (!isLockKept) release()
  }
}

async function leave(dataDir: string, postgres: EmbeddedPostgres, lock: () => Promise<() => void>) {
  const release = await lock()
  try {
    const others = livingServers(dataDir).filter((mark) => mark !== markOf(process.pid))
    writeServers(dataDir, others)
    if (others.length === 0) await postgres.stop()
  } finally {
    release()
  }
}

const addServer = (dataDir: string) =>
  writeServers(dataDir, [...new Set([...livingServers(dataDir), markOf(process.pid)])])

const serversFile = (dataDir: string) => path.join(dataDir, 'servers')

function livingServers(dataDir: string): string[] {
  if (!existsSync(serversFile(dataDir))) return []
  return readFileSync(serversFile(dataDir), 'utf8').split('\n').filter(isAlive)
}

const writeServers = (dataDir: string, marks: string[]) =>
  writeFileSync(serversFile(dataDir), `${marks.join('\n')}\n`)
