import pg from 'pg'

/** Whether a PostgreSQL answers somebody who comes anew; how long to wait for it is part of `config`. */
export async function connectionAnswers(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    // Over a line that froze there is no goodbye to wait for.
    void client.end().catch(() => {})
  }
}
