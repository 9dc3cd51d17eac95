import { spawnSync } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { openEmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { tuesdayAfter } from '@/lib/event-files/load-example-event'
import { newDataFolder, removeFolder, runToEnd } from '../support/own-server'

export const secret = { NEXTAUTH_SECRET: 'a secret of invented drills, long enough' }
let prepared: Promise<string> | undefined

/** Puts a built-in database with the example event and room for everybody into `folder`; it is made once in a run. */
export async function copyPreparedData(folder: string): Promise<void> {
  prepared ??= prepare()
  const { status, stderr } = spawnSync('cp', ['-a', await prepared, folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** Applies an event file as an operator does. */
export async function applyFile(settings: Record<string, string>, ...words: string[]): Promise<void> {
  const { code, said, complained } = await runToEnd(['bin/lanyard.ts', 'apply', ...words, '--yes'], settings)
  if (code !== 0) throw new Error(complained || said)
}

async function prepare(): Promise<string> {
  const folder = newDataFolder()
  process.once('exit', () => removeFolder(folder))
  const postgres = await openEmbeddedPostgres(path.join(folder, 'postgres'))
  try {
    const settings = { ...secret, DATABASE_URL: postgres.url, DATA_DIR: path.join(folder, 'outside') }
    await applyFile(settings, 'prisma/example-event.yaml', '--shift-to', tuesdayAfter(new Date()))
    const client = new pg.Client({ connectionString: postgres.url })
    await client.connect()
    await client.query('UPDATE pool SET ceiling = 1000000, size = 1000000')
    await client.end()
  } finally {
    await postgres.stop()
  }
  return folder
}
