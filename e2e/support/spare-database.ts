import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

const made: string[] = []

/** The address of one more database for this test file, empty or as a copy of another one; gone when it ends. */
export async function makeSpareDatabase(template = 'template0'): Promise<string> {
  const name = `spare_${randomBytes(6).toString('hex')}`
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  made.push(name)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  return url.href
}

/** Call it once at the top of a file that makes some. */
export function dropSpareDatabases(): void {
  afterAll(async () => {
    for (const name of made.splice(0)) await onServer(`DROP DATABASE ${name} WITH (FORCE)`)
  })
}

/** One statement on a database of its own choice, over a connection that is gone afterwards. */
export async function askOnce<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

const onServer = (statement: string) => askOnce(inject('postgresUrl'), statement)
