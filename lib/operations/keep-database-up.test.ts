import path from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { newDataFolder, removeFolder } from '@/e2e/support/own-server'
import { openEmbeddedPostgres } from '../db/embedded-postgres'
import { keepDatabaseUp } from './keep-database-up'

test('a built-in database that died is started again at its address, by one of those who use it', async () => {
  const folder = newDataFolder()
  const [one, other] = [await openIn(folder), await openIn(folder)]
  let stops: (() => Promise<void>)[] = []
  onTestFinished(async () => {
    await Promise.all(stops.map((stop) => stop()))
    await one.stop()
    removeFolder(folder)
  })
  await ask(one.url, 'CREATE TABLE kept AS SELECT 1 AS there')
  let turn = Promise.resolve()
  const inTurn = async () => {
    const before = turn
    let release = () => {}
    turn = new Promise((resolve) => (release = resolve))
    await before
    return release
  }
  stops = [one, other].map((postgres) => keepDatabaseUp(postgres, inTurn))
  const died = one.pid()
  process.kill(died, 'SIGKILL')
  await vi.waitFor(
    async () => expect(await ask(one.url, 'SELECT there FROM kept')).toEqual([{ there: 1 }]),
    15_000,
  )
  // Both know of it only after their next look.
  await vi.waitFor(() => {
    expect([one.pid(), other.pid()]).not.toContain(died)
    expect(one.pid()).toBe(other.pid())
  }, 15_000)
}, 60_000)

const openIn = (folder: string) => openEmbeddedPostgres(path.join(folder, 'postgres'))

async function ask(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(statement)).rows
  } finally {
    await client.end().catch(() => {})
  }
}
