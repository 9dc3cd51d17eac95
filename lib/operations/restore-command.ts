import 'server-only'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { secretMark } from '../backups/make-backup'
import { type Restored, restoreBackup } from '../backups/restore-backup'
import type { Backup, RestoreRefusal } from '../backups/schema'
import { env } from '../env'
import { newId } from '../ids'
import { reapplyTombstones } from '../privacy/reapply-tombstones'
import { dropNextSecret, layNextSecret, settleSecret } from './next-secret'
import type { OpenDatabase } from './open-database'
import { sayNotErasedAgain } from './say-not-erased-again'
import { sayRows } from './say-rows'

/** `restore FILE`: puts a backup in the place of what is there, which must be nothing or asked for. Answers the exit code. */
export async function restoreCommand(args: string[], database: OpenDatabase): Promise<number> {
  const wanted = read(args)
  if (!wanted)
    return complain('Say from where: lanyard restore FILE [--replace] [--send-waiting] [--keep-secret]')
  const { file, keepsSecret, ...how } = wanted
  const { dataDir, databaseUrl } = env()
  const mark = newId()
  const fitsSecret = ({ manifest, secret }: Backup) => {
    if (keepsSecret || manifest.secretMark === secretMark()) return true
    if (!secret || !database.keepsSecret) return false
    layNextSecret(dataDir, mark, secret)
    return true
  }
  try {
    const restored = await restoreBackup(file, { ...how, databaseUrl: databaseUrl!, mark, fitsSecret })
    if (!restored.ok) {
      dropNextSecret(dataDir)
      return complain(sentences[restored.refusal](file))
    }
    await settleSecret(dataDir, databaseUrl!)
    const { failed } = await reapplyTombstones()
    process.stdout.write(`Restored ${sayRows(restored.value.rows)} as of ${restored.value.takenAt}.\n`)
    for (const sentence of sayAfterwards(restored.value, failed)) process.stderr.write(`${sentence}\n`)
    return 0
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException
    if (syscall === 'open' || syscall === 'read') return complain(`${file} cannot be read (${code}).`)
    throw error
  }
}

function read(args: string[]) {
  try {
    const flag = { type: 'boolean', default: false } as const
    const options = { replace: flag, 'send-waiting': flag, 'keep-secret': flag } as const
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const [file, ...rest] = positionals
    if (!file || rest.length > 0) return null
    const how = { mayReplace: values.replace, sendsWaiting: values['send-waiting'] }
    return { file: path.resolve(file), keepsSecret: values['keep-secret'], ...how }
  } catch {
    return null
  }
}

const sentences: Record<RestoreRefusal, (file: string) => string> = {
  no_backup: (file) => `${file} is no backup of Lanyard.`,
  damaged: (file) => `${file} is damaged or cut short; nothing was changed. Take another backup.`,
  too_new: (file) =>
    `${file} was made by another version of Lanyard, newer than this one. Restore it with that.`,
  other_secret: (file) =>
    `${file} was made with another NEXTAUTH_SECRET: links that people have would not open. Set it to that one ` +
    `(“tar -xzOf ${file} secret” prints it if it is in there), or say --keep-secret.`,
  in_use: () => 'Somebody is connected to this database. Stop every server and command on it first.',
  not_empty: () =>
    'There are events or accounts in this database. Say --replace to lose them for what is in the backup.',
}

function sayAfterwards({ held, strange, returned }: Restored, failed: number): string[] {
  return [
    'Everybody signs in again.',
    ...(failed > 0 ? [sayNotErasedAgain(failed)] : []),
    ...(returned.length > 0 ? [`With rights again that were taken since: ${returned.join('; ')}.`] : []),
    ...(held > 0
      ? [
          `Mails that waited are held back (${held}), because they may have left since: see Mails of each event.`,
        ]
      : []),
    ...(strange.length > 0 ? [`Tables that are not Lanyard's were left out: ${strange.join(', ')}.`] : []),
  ]
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
