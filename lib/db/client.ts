import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { type Prisma, PrismaClient } from './generated/client'

export type Transaction = Prisma.TransactionClient

type Open = { pool: pg.Pool; prisma: PrismaClient }
const kept = globalThis as { __lanyardDatabase?: Open }

/** The one Prisma client of this process, opened on first use. */
export const db = (): PrismaClient => open().prisma

/** The same connections for statements where every round trip counts. */
export const sql = (): pg.Pool => open().pool

export async function closeDatabase(): Promise<void> {
  const opened = kept.__lanyardDatabase
  kept.__lanyardDatabase = undefined
  await opened?.prisma.$disconnect()
  await opened?.pool.end()
}

// Bundled code and code outside the bundle load this file twice; the connections must stay one.
function open(): Open {
  kept.__lanyardDatabase ??= connect()
  return kept.__lanyardDatabase
}

function connect(): Open {
  const { databaseUrl, databasePoolSize } = env()
  if (!databaseUrl) throw new Error('No DATABASE_URL: start with "npm start", or set it.')
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: databasePoolSize,
    // A page that only waits in line is slow, and no reason to call the database away (lib/operations/watch-database.ts).
    connectionTimeoutMillis: 9_000,
    Client: Newcomer,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 7_500,
    query_timeout: 8_000,
    idle_in_transaction_session_timeout: 15_000,
    // @prisma/adapter-pg drops the zone of a timestamptz and reads what is left as UTC.
    options: '-c TimeZone=UTC',
  })
  pool.on('error', (error) => log.warn({ code: codeOf(error) }, 'an idle database connection was lost'))
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    errorFormat: 'minimal',
    // People who act on one event at once wait for each other, as long as for a connection.
    transactionOptions: { maxWait: 9_000, timeout: 10_000 },
  })
  return { pool, prisma }
}

/** Whoever opens a connection of their own gives up sooner: the database does not answer. */
class Newcomer extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: 4_000 })
  }
}

const codeOf = (error: Error) => (error as pg.DatabaseError).code ?? error.name
