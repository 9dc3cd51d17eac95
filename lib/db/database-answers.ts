import 'server-only'
import pg from 'pg'
import { env } from '../env'

let asked: Promise<boolean> | undefined

/** Whether the database answers a newcomer, within 2.5 s. Whoever wants to know at the same time is told the same. */
export function databaseAnswers(): Promise<boolean> {
  asked ??= ask().finally(() => {
    asked = undefined
  })
  return asked
}

// A connection of its own: those of the pool may all be taken, which is no reason to call the database away.
async function ask(): Promise<boolean> {
  const patience = { connectionTimeoutMillis: 1_200, query_timeout: 1_200 }
  const client = new pg.Client({ connectionString: env().databaseUrl, ...patience })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    void client.end().catch(() => {})
  }
}
