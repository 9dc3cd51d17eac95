import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '@/lib/db/client'
import { databaseAnswers } from '@/lib/db/database-answers'
import { listMigrations } from '@/lib/db/migrate'
import { listLateSweeps } from '@/lib/jobs/run-sweeps'
import { log } from '@/lib/log'
import { hasLateMails } from '@/lib/mail/has-late-mails'

export type Readiness =
  | { status: 'ready' }
  | { status: 'degraded'; reasons: ('mails_late' | 'sweeps_late')[] }
  | { status: 'not_ready'; reason: 'database_away' | 'connections_taken' | 'migrations_missing' }

/**
 * Whether requests can be served: the database answers and knows every migration. Takes at most 4.5 s. Degraded means
 * that requests are served, and what runs beside them waits.
 */
export async function checkReadiness(): Promise<Readiness> {
  const patience = new AbortController()
  try {
    const late = sleep(4_100, 'late' as const, { signal: patience.signal })
    const seen = await Promise.race([look(), late])
    return seen === 'late' ? await sayWhyNot() : seen
  } catch (error) {
    log.warn({ error }, 'the database does not answer')
    return await sayWhyNot()
  } finally {
    patience.abort()
  }
}

// Pages wait as long for a connection; a database that answers a newcomer meanwhile is not what they lack.
async function sayWhyNot(): Promise<Readiness> {
  const isThere = await Promise.race([databaseAnswers(), sleep(400, false)])
  return { status: 'not_ready', reason: isThere ? 'connections_taken' : 'database_away' }
}

async function look(): Promise<Readiness> {
  const applied = await readApplied()
  if (!listMigrations().every((name) => applied.has(name)))
    return { status: 'not_ready', reason: 'migrations_missing' }
  const reasons: Extract<Readiness, { status: 'degraded' }>['reasons'] = []
  if (await hasLateMails()) reasons.push('mails_late')
  if (listLateSweeps().length > 0) reasons.push('sweeps_late')
  return reasons.length > 0 ? { status: 'degraded', reasons } : { status: 'ready' }
}

async function readApplied(): Promise<Set<string>> {
  const { rows } = await sql().query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return new Set(rows.map((row) => row.migration_name))
}
