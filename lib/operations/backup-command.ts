import 'server-only'
import { statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { makeBackup } from '../backups/make-backup'
import { env } from '../env'
import { sayRows } from './say-rows'

/** `backup FILE`: writes everything into one file while servers go on working. Answers the exit code. */
export async function backupCommand(args: string[]): Promise<number> {
  const wanted = read(args)
  if (!wanted) return complain('Say where to: lanyard backup FILE [--without-secret]')
  const { file, withoutSecret } = wanted
  const { databaseUrl, secret } = env()
  try {
    const rows = await makeBackup(file, { databaseUrl: databaseUrl!, secret: withoutSecret ? null : secret })
    process.stdout.write(`Backed up ${sayRows(rows)} to ${file} (${sayBytes(statSync(file).size)}).\n`)
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException
    if (code === '42P01') return complain('There is nothing in this database to back up.')
    if (syscall && code !== 'ECONNREFUSED') return complain(`${file} cannot be written (${code}).`)
    throw error
  }
  process.stderr.write(withoutSecret ? withoutIt : withIt)
  return 0
}

function read(args: string[]) {
  try {
    const options = { 'without-secret': { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const [file, ...rest] = positionals
    return file && rest.length === 0
      ? { file: path.resolve(file), withoutSecret: values['without-secret'] ?? false }
      : null
  } catch {
    return null
  }
}

const withIt = `It holds everybody's data and the secret of this installation: keep it where only you can read it.\n`
const withoutIt =
  'The secret is not in it: keep that elsewhere, without it no link in a mail that was sent opens after a restore.\n'

function sayBytes(bytes: number): string {
  const kilobytes = bytes / 1000
  return kilobytes < 1000 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / 1000).toFixed(1)} MB`
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
