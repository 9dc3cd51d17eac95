import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectionAnswers } from './connection-answers'
import { postgresProgram, serverIdentity } from './embedded-binaries'

export type ServerProcess = { pid: number; port: number }

/** The server that a process before us left running on this data, if it still answers. */
export async function findRunningServer(folder: string, password: string): Promise<ServerProcess | null> {
  const [pid, , , port] = readLockLines(folder)
  if (!Number(pid) || !Number(port)) return null
  return (await answers(Number(port), password)) ? { pid: Number(pid), port: Number(port) } : null
}

/** Starts a server on the data in `folder`, on `port` if one is wanted; it outlives this process unless it is stopped. */
export async function startServer(folder: string, password: string, port?: number): Promise<ServerProcess> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    clearStaleLock(folder)
    const started = await tryToStart(folder, password, port ?? (await freePort()))
    if (started) return started
    await sleep(500)
  }
  throw new Error(`The built-in PostgreSQL did not start; its own words are in ${path.join(folder, 'log')}.`)
}

/** Asks for a fast shutdown and waits until the server has let go of its data (at most 30 s). */
export async function stopServer(folder: string, { pid }: ServerProcess): Promise<void> {
  const signal = (name: NodeJS.Signals | 0) => {
    try {
      return process.kill(pid, name)
    } catch {
      return false
    }
  }
  if (!signal('SIGINT')) return
  for (let waited = 0; waited < 30_000 && existsSync(lockFile(folder)) && signal(0); waited += 20)
    await sleep(20)
}

// After kill -9 the old server may stay as a zombie, for good in a container without an init process.
export function isGone(pid: number): boolean {
  try {
    if (process.platform !== 'linux') return !process.kill(pid, 0)
    const [, state] = /^.*\) (.)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))!
    return state === 'Z' || state === 'X'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EPERM'
  }
}

const lockFile = (folder: string) => path.join(folder, 'data/postmaster.pid')

function readLockLines(folder: string): string[] {
  return existsSync(lockFile(folder)) ? readFileSync(lockFile(folder), 'utf8').split('\n') : []
}

// PostgreSQL would believe that a dead server still holds its lock.
function clearStaleLock(folder: string) {
  const [pid] = readLockLines(folder)
  if (pid && process.platform === 'linux' && isGone(Number(pid))) rmSync(lockFile(folder), { force: true })
}

async function tryToStart(folder: string, password: string, port: number): Promise<ServerProcess | null> {
  const output = openSync(path.join(folder, 'log'), 'a')
  const child = spawn(
    postgresProgram('postgres'),
    ['-D', path.join(folder, 'data'), '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...serverIdentity(), cwd: folder, stdio: ['ignore', output, output], detached: true },
  )
  closeSync(output)
  child.unref()
  let gone = false
  for (const event of ['exit', 'error']) child.once(event, () => (gone = true))
  const until = Date.now() + 60_000
  while (!gone && Date.now() < until) {
    if (await answers(port, password)) return { pid: child.pid!, port }
    await sleep(10)
  }
  return null
}

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'max_connections=100',
]

const answers = (port: number, password: string): Promise<boolean> =>
  connectionAnswers({
    host: '127.0.0.1',
    port,
    user: 'app',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  })

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
