import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** Lays the secret that a backup brings beside the present one, until the restore with this mark is through. */
export const layNextSecret = (folder: string, mark: string, secret: string): void =>
  writeFileSync(nextFile(folder), `${mark}\n${secret}\n`, { mode: 0o600 })

export const dropNextSecret = (folder: string): void => rmSync(nextFile(folder), { force: true })

/**
 * Makes the secret that came with the data the one of this installation. Whoever opens the database asks, so that a
 * restore that was struck down leaves the old data with the old secret, or the new with the new.
 */
export async function settleSecret(folder: string, databaseUrl: string): Promise<void> {
  if (!existsSync(nextFile(folder))) return
  const [mark, secret = ''] = readFileSync(nextFile(folder), 'utf8').split('\n')
  if (!mark || !secret || (await markOfData(databaseUrl)) !== mark) return
  const fresh = path.join(folder, 'secret.fresh')
  writeFileSync(fresh, `${secret}\n`, { mode: 0o600 })
  renameSync(fresh, path.join(folder, 'secret'))
  rmSync(nextFile(folder))
}

const nextFile = (folder: string) => path.join(folder, 'secret.next')

async function markOfData(databaseUrl: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT obj_description(to_regclass('_prisma_migrations'), 'pg_class') AS mark`,
    )
    return rows[0].mark
  } finally {
    await client.end()
  }
}
