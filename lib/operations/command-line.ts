import { loadEnvironmentFile, setEnvironment } from '@/lib/env'
import { runShutdown } from '@/lib/shutdown'
import { type OpenDatabase, openDatabase } from './open-database'
import { sayWhyNot } from './say-why-not'

type Command = (args: string[], database: OpenDatabase) => Promise<number>

const commands: Record<string, () => Promise<Command>> = {
  apply: async () => (await import('@/lib/event-files/apply-command')).applyCommand,
  export: async () => (await import('@/lib/event-files/export-command')).exportCommand,
  schema: async () => (await import('@/lib/event-files/print-json-schema')).schemaCommand,
  remove: async () => (await import('./remove-command')).removeCommand,
  grant: async () => (await import('./grant-command')).grantCommand,
  'erase-due': async () => (await import('./erase-due-command')).eraseDueCommand,
  backup: async () => (await import('./backup-command')).backupCommand,
  restore: async () => (await import('./restore-command')).restoreCommand,
}

// They take the tables as they are, of whatever version.
const keepers = ['backup', 'restore']

const usage = `Usage: npm run -s lanyard -- COMMAND …
  apply FILE.yaml [--yes] [--publish] [--notify] [--shift-to DATE]
  export SLUG
  remove SLUG [--yes]
  schema
  grant EMAIL --admin
  grant EMAIL --event SLUG --role owner|organizer|check_in [--api]
  backup FILE [--without-secret]
  restore FILE [--replace] [--send-waiting] [--keep-secret]
  erase-due [--dry-run]
  doctor
`

/** Runs one command and gives the exit code. Standard output carries what the command says, nothing else. */
export async function runCommandLine([name = '', ...args]: string[]): Promise<number> {
  if (name === 'help' || name === '--help') {
    process.stdout.write(usage)
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load && name !== 'doctor') {
    say(name ? `There is no command "${name}".` : 'Say which command to run.')
    process.stderr.write(usage)
    return 2
  }
  try {
    loadEnvironmentFile()
    setEnvironment({ LOG_TO: 'stderr', NODE_ENV: 'production' })
    // Whoever looks for what is wrong may find no database.
    if (!load) return await (await import('./doctor-command')).doctorCommand(args, say)
    return await withDatabase(keepers.includes(name) ? 'keeper' : 'command', async (database) =>
      (await load())(args, database),
    )
  } catch (error) {
    say(sayWhyNot(error))
    return 1
  }
}

async function withDatabase(
  role: 'command' | 'keeper',
  run: (database: OpenDatabase) => Promise<number>,
): Promise<number> {
  const database = await openDatabase(role, say)
  closeOnSignal(database)
  try {
    return await run(database)
  } finally {
    await close(database)
  }
}

async function close(database: OpenDatabase) {
  await runShutdown()
  const { closeDatabase } = await import('@/lib/db/client')
  await closeDatabase()
  await database.close()
}

function closeOnSignal(database: OpenDatabase) {
  let isAsked = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      if (isAsked) return
      isAsked = true
      await close(database)
      process.exit(130)
    })
  }
}

const say = (sentence: string) => process.stderr.write(`${sentence}\n`)
