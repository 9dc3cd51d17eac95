import { sql } from '@/lib/db/client'

/**
 * How often one act of the running product asks the database, as PostgreSQL itself logs it: the most of
 * several tries.
 */
export async function countRoundTrips(act: () => Promise<void>): Promise<number> {
  await setLogging('all')
  const counts: number[] = []
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = await statementsLogged()
    await act()
    // Reading the log is a statement too.
    counts.push((await statementsLogged()) - before - 1)
  }
  await setLogging('none')
  return Math.max(...counts)
}

async function setLogging(what: 'all' | 'none') {
  await sql().query(`ALTER SYSTEM SET log_statement = '${what}'`)
  await sql().query('SELECT pg_reload_conf(), pg_sleep(0.5)')
}

async function statementsLogged(): Promise<number> {
  const { rows } = await sql().query<{ log: string }>("SELECT pg_read_file('../log') AS log")
  return rows[0]!.log.match(/LOG: {2}(statement|execute)/g)?.length ?? 0
}
