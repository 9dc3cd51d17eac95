import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '@/lib/db/client'
import { listMigrations } from '@/lib/db/migrate'
import { log } from '@/lib/log'

export type Readiness =
  | { status: 'ready' }
  | { status: 'not_ready'; reason: 'database_away' | 'migrations_missing' }

/** Whether requests can be served: the database answers and knows every migration. Takes at most 4.5 s. */
export async function checkReadiness(): Promise<Readiness> {
  const patience = new AbortController()
  try {
    const late = sleep(4_500, 'late' as const, { signal: patience.signal })
    const applied = await Promise.race([readApplied(), late])
    if (applied === 'late') return { status: 'not_ready', reason: 'database_away' }
    const isComplete = listMigrations().every((name) => applied.has(name))
    return isComplete ? { status: 'ready' } : { status: 'not_ready', reason: 'migrations_missing' }
  } catch (error) {
    log.warn({ error }, 'the database does not answer')
    return { status: 'not_ready', reason: 'database_away' }
  } finally {
    patience.abort()
  }
}

async function readApplied(): Promise<Set<string>> {
  const { rows } = await sql().query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return new Set(rows.map((row) => row.migration_name))
}
