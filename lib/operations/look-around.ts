import 'server-only'
import { existsSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { listMigrations } from '@/lib/db/migrate'
import { env } from '@/lib/env'
import { closePost, openPost } from '@/lib/mail/open-post'
import { type DatabaseSight, isLocal, type Sight, type SiteSight } from './find-mistakes'
import { openDatabase } from './open-database'
import { sayWhyNot } from './say-why-not'

/** Looks at an installation from its own machine, and changes nothing. Takes at most half a minute. */
export async function lookAround(say: (sentence: string) => void): Promise<Sight> {
  const database = await seeDatabase(say)
  const { baseUrl, port, smtpUrl, mailFrom, trustedProxies, secret, databasePoolSize, dataDir } = env()
  const isRunning = 'isOurs' in (await seeSite(`http://127.0.0.1:${port}`))
  return {
    ...{ baseUrl, smtpUrl, trustedProxies, secret, database },
    mailFrom: mailFrom.address,
    poolSize: databasePoolSize,
    post: await seePost(),
    site: isRunning && !isLocal(baseUrl) ? await seeSite(baseUrl) : null,
    folder: seeFolder(dataDir),
  }
}

async function seeDatabase(say: (sentence: string) => void): Promise<Sight['database']> {
  const { databaseUrl, dataDir } = env()
  // To open what is not there would make it, and for whoever looks in place of whoever runs it.
  if (!databaseUrl && !existsSync(path.join(dataDir, 'postgres')))
    return { why: `There is no database in ${dataDir} yet. It is made by the first start.` }
  try {
    const opened = await openDatabase('keeper', say)
    try {
      return await askDatabase(env().databaseUrl!)
    } finally {
      await opened.close()
    }
  } catch (error) {
    return { why: sayWhyNot(error) }
  }
}

async function askDatabase(connectionString: string): Promise<DatabaseSight> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000, query_timeout: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query(`
      SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at, current_setting('server_version_num')::int AS version,
             current_setting('max_connections')::int AS connections, to_regclass('_prisma_migrations') IS NOT NULL AS begun`)
    const { at, version, connections, begun } = rows[0]
    const kept = begun ? await askTables(client) : { applied: [], last: null, admins: 1, late: 0, failed: 0 }
    return {
      ...{ ahead: Number(at) - Date.now(), version, connections, admins: kept.admins },
      future: kept.last === null ? 0 : kept.last.getTime() - Date.now(),
      missing: listMigrations().filter((name) => !kept.applied.includes(name)).length,
      lateMails: kept.late,
      failedMails: kept.failed,
    }
  } finally {
    await client.end()
  }
}

type Kept = { applied: string[]; last: Date | null; admins: number; late: number; failed: number }

async function askTables(client: pg.Client): Promise<Kept> {
  const { rows } = await client.query<Kept>(`
    SELECT ARRAY(SELECT migration_name::text FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS applied,
           (SELECT max(finished_at) FROM _prisma_migrations) AS last,
           (SELECT count(*)::int FROM user_account WHERE is_admin AND disabled_at IS NULL) AS admins,
           (SELECT count(*)::int FROM outbox_mail WHERE state = 'waiting'
               AND LEAST(created_at, next_attempt_at) < now() - interval '10 minutes') AS late,
           (SELECT count(*)::int FROM outbox_mail WHERE state = 'failed') AS failed`)
  return rows[0]!
}

async function seePost(): Promise<string | null> {
  try {
    await openPost()?.verify()
    return null
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number }
    return [code ?? 'no answer', responseCode].filter(Boolean).join(' ')
  } finally {
    closePost()
  }
}

/** What stands between people and this server, as seen by somebody who comes twice. */
export async function seeSite(baseUrl: string): Promise<SiteSight> {
  const come = () => fetch(`${baseUrl}/`, { redirect: 'manual', signal: AbortSignal.timeout(5_000) })
  try {
    const visits = [await come(), await come()]
    const ids = visits.map(({ headers }) => headers.get('x-request-id'))
    const live = await fetch(`${baseUrl}/api/health/live`, { signal: AbortSignal.timeout(5_000) })
    return {
      isOurs: (await live.text()) === '{"status":"live"}',
      isKept: ids[0] !== null && ids[0] === ids[1],
      hasPolicy: visits[1]!.headers.get('content-security-policy')?.includes("'nonce-") ?? false,
    }
  } catch (error) {
    const { cause, name } = error as Error & { cause?: { code?: string } }
    return { why: cause?.code ?? name }
  }
}

function seeFolder(folder: string): Sight['folder'] {
  try {
    const { bavail, bsize } = statfsSync(folder)
    const secret = statSync(path.join(folder, 'secret'), { throwIfNoEntry: false })
    return { path: folder, free: bavail * bsize, isSecretOpen: ((secret?.mode ?? 0) & 0o077) !== 0 }
  } catch {
    return null
  }
}
