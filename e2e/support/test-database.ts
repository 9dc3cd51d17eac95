import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDatabase } from '@/lib/db/client'
import { setEnvironment } from '@/lib/env'

/** Gives this test file a database of its own, empty and with every migration; call it once at the top. */
export function useTestDatabase(): void {
  const name = `test_${randomBytes(6).toString('hex')}`

  beforeAll(async () => {
    const url = new URL(inject('postgresUrl'))
    await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE template`))
    url.pathname = `/${name}`
    // Something of the file before may have come late, and have opened its own database once more.
    await closeDatabase()
    setEnvironment({ DATABASE_URL: url.href, NEXTAUTH_SECRET: 'a secret of invented tests, long enough' })
  })

  afterAll(async () => {
    await closeDatabase()
    await onServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  })
}

async function onServer(run: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await run(client).finally(() => client.end())
}
