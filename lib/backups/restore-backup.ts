import 'server-only'
import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Migration, migrationLock, readMigrations } from '../db/migrate'
import { recordRestore } from '../history/record-restore'
import { holdWaitingMails } from '../mail/hold-waiting-mails'
import { ok, type Result, refused } from '../result'
import { markPending } from '../tombstones/mark-pending'
import { checkBackup } from './check-backup'
import { keepSurvivors } from './keep-survivors'
import { listTables } from './list-tables'
import { plainSettings } from './make-backup'
import { rebuildTables } from './rebuild-tables'
import type { Backup, RestoreRefusal } from './schema'

type Wanted = {
  databaseUrl: string
  /** Whether what is in the database may go. */
  mayReplace: boolean
  /** Whether mails that waited are sent right away: nothing has been sent since the backup was made. */
  sendsWaiting: boolean
  /** What tells afterwards that this restore was carried out. */
  mark: string
  /** Asked once the backup is known to be whole: may the installation go on with its secret, or take over the one in it? */
  fitsSecret?: (backup: Backup) => boolean
  /** The migrations of this version. */
  known?: Migration[]
}
export type Restored = {
  takenAt: string
  rows: Record<string, number>
  held: number
  /** Tables of the backup that are not ours. */
  strange: string[]
  /** Who may do again what was taken from them since, in words. */
  returned: string[]
}

/**
 * Puts what a backup holds in the place of everything in the database, whole or not at all, and brings it up to this
 * version; what was erased is marked to be erased again (`reapplyTombstones`). Refused before anything is touched:
 * `no_backup`, `damaged`, `too_new`, `other_secret`; `in_use` while anybody else is connected, `not_empty` where that
 * is not asked for.
 */
export async function restoreBackup(path: string, wanted: Wanted): Promise<Result<Restored, RestoreRefusal>> {
  const { known = readMigrations(), fitsSecret = () => true } = wanted
  const file = await open(path)
  try {
    const backup = await checkBackup(file, known)
    if (!backup.ok) return backup
    if (!fitsSecret(backup.value)) return refused('other_secret')
    const client = new pg.Client({ connectionString: wanted.databaseUrl, options: plainSettings })
    client.on('error', () => {})
    await client.connect()
    try {
      return await replaceAll(client, file, backup.value, wanted, known)
    } finally {
      await client.end()
    }
  } finally {
    await file.close()
  }
}

// Whoever starts meanwhile waits for the lock, as for somebody else's migrations. A broken-off connection undoes it all.
async function replaceAll(
  client: pg.Client,
  file: FileHandle,
  backup: Backup,
  wanted: Wanted,
  known: Migration[],
): Promise<Result<Restored, RestoreRefusal>> {
  await client.query('BEGIN')
  await client.query(`SELECT pg_advisory_xact_lock(${migrationLock})`)
  if (await isInUse(client)) return refused('in_use')
  if (!wanted.mayReplace && !(await isEmpty(client))) return refused('not_empty')
  const putBack = await keepSurvivors(client)
  const strange = await rebuildTables(client, file, backup, known)
  const returned = await putBack()
  await markPending(client)
  const held = wanted.sendsWaiting ? 0 : await holdWaitingMails(client)
  const { rows: events } = await client.query<{ id: string }>('SELECT id FROM event')
  const ids = events.map(({ id }) => id)
  await recordRestore(client, ids, backup.manifest.takenAt)
  await client.query(`COMMENT ON TABLE _prisma_migrations IS ${client.escapeLiteral(wanted.mark)}`)
  await client.query('COMMIT')
  await client.query('ANALYZE')
  return ok({ takenAt: backup.manifest.takenAt, rows: backup.counts.rows, held, strange, returned })
}

// A command that just ended may still be saying goodbye.
async function isInUse(client: pg.Client): Promise<boolean> {
  for (let waited = 0; waited <= 2_000; waited += 100) {
    await client.query('SELECT pg_stat_clear_snapshot()')
    const { rowCount } = await client.query(
      `SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND usename IS NOT NULL AND pid <> pg_backend_pid()`,
    )
    if (rowCount === 0) return false
    await sleep(100)
  }
  return true
}

// Some tables are born with a row or two; somebody has to make an event or an account.
async function isEmpty(client: pg.Client): Promise<boolean> {
  for (const { name } of await listTables(client)) {
    if (name !== 'event' && name !== 'user_account') continue
    const { rowCount } = await client.query(`SELECT 1 FROM ${name} LIMIT 1`)
    if (rowCount) return false
  }
  return true
}
