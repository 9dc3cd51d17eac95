import 'server-only'
import pg from 'pg'
import { env } from '../env'

/**
 * Of all processes only one at a time does what goes by this name; the others wait, however long it takes. The lock
 * has a connection of its own: transactions of the act come and go meanwhile, and who is struck down lets go of it.
 */
export async function oneAtATime<T>(name: string, act: () => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: env().databaseUrl!,
    connectionTimeoutMillis: 9_000,
    keepAlive: true,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name])
    return await act()
  } finally {
    await client.end()
  }
}
