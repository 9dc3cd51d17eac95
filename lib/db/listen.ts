import 'server-only'
import pg from 'pg'
import { env } from '../env'

const pause = 2_000

/**
 * Hears what is said on a channel of the database, over a connection of its own, until the returned function is called.
 * A line that breaks is laid anew; what is said meanwhile is lost, so whoever listens must also look from time to time.
 */
export function listen(channel: string, hear: (payload: string) => void): () => void {
  let client: pg.Client | undefined
  let isOver = false
  const lay = () => {
    if (isOver) return
    const line = new pg.Client({
      connectionString: env().databaseUrl,
      connectionTimeoutMillis: 4_000,
      keepAlive: true,
    })
    client = line
    let isBroken = false
    const again = () => {
      if (isBroken) return
      isBroken = true
      void line.end().catch(() => {})
      setTimeout(lay, pause).unref()
    }
    line.on('error', again)
    line.on('end', again)
    line.on('notification', ({ payload }) => payload && hear(payload))
    line
      .connect()
      .then(() => line.query(`LISTEN ${line.escapeIdentifier(channel)}`))
      .catch(again)
  }
  lay()
  return () => {
    isOver = true
    void client?.end().catch(() => {})
  }
}
