import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import net, { type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '@/lib/db/migrate'
import { setEnvironment } from '@/lib/env'
import { openTemporaryPostgres } from '../support/temporary-postgres'

export type Bench = {
  product: string
  limit: string
  /** What the product's process holds of the machine's memory now, in bytes. */
  memory: () => number
  close: () => Promise<void>
}

const secret = 'an invented secret for measuring only, long enough'

/** The product and the limit, both built and serving, on one database that is gone afterwards. */
export async function openBench(prepare: () => Promise<void>): Promise<Bench> {
  const database = await openTemporaryPostgres()
  const children: ChildProcess[] = []
  const close = async () => {
    await Promise.all(children.map(end))
    const { closeDatabase } = await import('@/lib/db/client')
    await closeDatabase()
    await database.close()
  }
  try {
    const [productPort, limitPort] = [await freePort(), await freePort()]
    const product = `http://localhost:${productPort}`
    const environment = { DATABASE_URL: database.url, NEXTAUTH_SECRET: secret, BASE_URL: product }
    setEnvironment({ ...environment, LOG_LEVEL: 'silent' })
    await migrate(database.url)
    await prepare()
    buildLimit()
    const start = ['--conditions=react-server', '--import', 'tsx', 'bin/start.ts']
    const quiet = { LOG_LEVEL: 'error' }
    children.push(run(start, { ...environment, ...quiet, PORT: String(productPort) }))
    const { hostname, port, username, password, pathname } = new URL(database.url)
    const where = { PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password }
    const limitArgs = [nextProgram, 'start', limitFolder, '-p', String(limitPort)]
    children.push(run(limitArgs, { ...where, PGDATABASE: pathname.slice(1) }))
    const limit = `http://localhost:${limitPort}`
    await Promise.all([
      untilAnswers(`${product}/api/health/live`, children),
      untilAnswers(`${limit}/small`, children),
    ])
    const [serving] = children as [ChildProcess]
    return { product, limit, memory: () => residentOf(serving.pid!), close }
  } catch (error) {
    await close()
    throw error
  }
}

// Linux says it in pages of 4 KiB, as the second number.
const residentOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096

const limitFolder = 'e2e/bench/limit'
const nextProgram = createRequire(import.meta.url).resolve('next/dist/bin/next')

function buildLimit() {
  const built = spawnSync(process.execPath, [nextProgram, 'build', limitFolder], {
    encoding: 'utf8',
    env: { ...inherited(), NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (built.status !== 0) throw new Error(`The limit could not be built:\n${built.stdout}${built.stderr}`)
}

const run = (args: string[], environment: Record<string, string>) =>
  spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...inherited(), NEXT_TELEMETRY_DISABLED: '1', ...environment },
  })

const inherited = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_ENV: 'production',
})

async function untilAnswers(url: string, children: ChildProcess[]) {
  for (let waited = 0; waited < 300_000; waited += 250) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    if (children.some(({ exitCode }) => exitCode !== null)) break
    await sleep(250)
  }
  throw new Error(`Nothing answers at ${url}.`)
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
