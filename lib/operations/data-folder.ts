import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Makes the folder if needed. Throws a sentence when nothing can be kept there. */
export function prepareDataFolder(folder: string): void {
  try {
    // Others may pass through, not look around: as root, the database inside runs as someone else.
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const probe = path.join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw error
    throw new Error(
      `The data folder ${folder} cannot be written (${code}). ` +
        'Make it writable for this user, or set DATA_DIR to another folder.',
    )
  }
}

/** The secret of this installation: made once, kept where only its owner can read. */
export function keptSecret(folder: string): string {
  const file = path.join(folder, 'secret')
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32) {
    throw new Error(
      `The secret in ${file} is damaged. Put back the one from a backup; without it no sent link works.`,
    )
  }
  return secret
}

// Node's own recursive way never comes back where nothing can be made, as in /proc.
function makeFolder(folder: string) {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  mkdirSync(folder, { mode: 0o711 })
}
