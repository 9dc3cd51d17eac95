import type { FileHandle } from 'node:fs/promises'
import type { Migration } from '../db/migrate'
import { ok, type Result, refused } from '../result'
import { Damaged, readArchive } from './read-archive'
import { partName, tableOf } from './rules'
import { type Backup, countsInput, formatVersion, manifestInput, type ReadRefusal } from './schema'

/** Reads a backup to its end and tells what is in it. Refuses what is damaged, and what this version cannot know. */
export async function checkBackup(
  file: FileHandle,
  known: Migration[],
): Promise<Result<Backup, ReadRefusal>> {
  if (!(await isCompressed(file))) return refused('no_backup')
  try {
    return await readThrough(file, known)
  } catch (error) {
    if (error instanceof Damaged) return refused('damaged')
    throw error
  }
}

async function isCompressed(file: FileHandle): Promise<boolean> {
  const start = Buffer.alloc(2)
  await file.read(start, 0, 2, 0)
  return start[0] === 0x1f && start[1] === 0x8b
}

async function readThrough(file: FileHandle, known: Migration[]): Promise<Result<Backup, ReadRefusal>> {
  const entries = readArchive(file)
  const first = (await entries.next()).value
  if (first?.name !== 'manifest.json') return refused('no_backup')
  const rest: Record<string, Buffer> = {}
  const parts = new Map<string, number>()
  for await (const { name, content } of entries) {
    const table = tableOf(name)
    if (table === null) rest[name] = content
    else {
      const at = (parts.get(table) ?? 0) + 1
      if (name !== partName(table, at)) return refused('damaged')
      parts.set(table, at)
    }
  }
  // Judged now that every byte of it is known to be as it was written.
  const said = parsed(first.content) as { format?: unknown; version?: unknown }
  if (said?.format !== 'lanyard-backup') return refused('no_backup')
  if (typeof said.version === 'number' && said.version > formatVersion) return refused('too_new')
  const manifest = manifestInput.safeParse(said)
  if (!manifest.success) return refused('damaged')
  const counts = countsInput.safeParse(parsed(rest['counts.json']))
  if (!counts.success) return refused('damaged')
  const isKnown = manifest.data.migrations.every(({ name, checksum }) =>
    known.some((one) => one.name === name && one.checksum === checksum),
  )
  if (!isKnown) return refused('too_new')
  return ok({ manifest: manifest.data, counts: counts.data, secret: rest.secret?.toString() ?? null })
}

function parsed(content: Buffer | undefined): unknown {
  try {
    return JSON.parse(String(content))
  } catch {
    return null
  }
}
