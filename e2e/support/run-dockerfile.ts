import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverIdentity } from '@/lib/db/embedded-binaries'
import { freePort } from './own-server'
import { openTemporaryPostgres } from './temporary-postgres'

// Where there is no engine for containers: does what the Dockerfile says, a folder for each image, and starts the last
// one as its user would be, on a PostgreSQL of its own. As root, it takes some minutes:
//   node --conditions=react-server --import tsx e2e/support/run-dockerfile.ts
type Image = {
  root: string
  folder: string
  env: Record<string, string>
  user: string
  check: string
  command: string[]
}

const work = mkdtempSync(path.join(os.tmpdir(), 'lanyard-image-'))
chmodSync(work, 0o711)
const ignored = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean)
const images: Record<string, Image> = {}
try {
  const steps = readFileSync('Dockerfile', 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
  let image: Image | undefined
  for (const step of steps) image = await perform(step, image)
  await proveThatItRuns(image!)
} finally {
  rmSync(work, { recursive: true, force: true })
}

async function perform(step: string, image: Image | undefined): Promise<Image> {
  const [, word, rest] = /^([A-Z]+) (.*)$/.exec(step) as unknown as [string, string, string]
  if (word === 'FROM') {
    const name = / AS (\S+)$/.exec(rest)?.[1] ?? 'last'
    const root = path.join(work, name)
    mkdirSync(root, { mode: 0o755 })
    images[name] = { root, folder: '/', env: {}, user: 'root', check: '', command: [] }
    return images[name]
  }
  const at = image!
  process.stdout.write(`${step.slice(0, 110)}\n`)
  if (word === 'WORKDIR') {
    at.folder = rest
    mkdirSync(inside(at, rest), { recursive: true })
  } else if (word === 'ENV') Object.assign(at.env, Object.fromEntries([rest.split('=') as [string, string]]))
  else if (word === 'COPY') copy(at, rest)
  else if (word === 'RUN') run(at, rest)
  else if (word === 'USER') at.user = rest
  else if (word === 'HEALTHCHECK') at.check = rest.replace(/^.* CMD /, '')
  else if (word === 'CMD') at.command = JSON.parse(rest)
  else if (word !== 'VOLUME' && word !== 'EXPOSE') throw new Error(`This does not know ${word}.`)
  return at
}

function inside({ root, folder }: Image, name: string): string {
  return path.join(root, path.resolve(folder, name))
}

function copy(image: Image, words: string) {
  const [, stage, listed = ''] = /^(?:--from=(\S+) )?(.*)$/.exec(words)!
  const names = listed.split(' ')
  const target = names.pop()!
  for (const name of names) {
    const from = stage ? path.join(images[stage]!.root, name) : path.resolve(name)
    const isFolder = statSync(from).isDirectory()
    const to = isFolder ? inside(image, target) : path.join(inside(image, target), path.basename(name))
    const filter = (file: string) => stage !== undefined || !isIgnored(path.relative(process.cwd(), file))
    cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter })
  }
}

function isIgnored(file: string): boolean {
  return ignored.some((pattern) => path.matchesGlob(file, pattern))
}

// What lies at the root of an image lies in its folder here, and Node's own user is nobody.
function translated({ root }: Image, command: string): string {
  return command.replace(/(?<=\s|^)\/(data|app)\b/g, `${root}/$1`).replace('node:node', identity().join(':'))
}

function run(image: Image, command: string) {
  const options: SpawnOptions = {
    cwd: inside(image, '.'),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment(image),
  }
  const { status } = spawnSync('sh', ['-c', translated(image, command)], options)
  if (status !== 0) throw new Error(`RUN ${command} ended with ${status}.`)
}

function environment({ root, env }: Image): NodeJS.ProcessEnv {
  const own = Object.entries(env).map(([name, value]) => [name, value.startsWith('/') ? root + value : value])
  return { PATH: process.env.PATH, HOME: work, ...Object.fromEntries(own) } as unknown as NodeJS.ProcessEnv
}

function identity(): [uid: number, gid: number] {
  const { uid, gid } = serverIdentity()
  if (uid === undefined || gid === undefined)
    throw new Error('This has to be somebody else, and so needs root.')
  return [uid, gid]
}

async function proveThatItRuns(image: Image) {
  if (image.user === 'root') throw new Error('The image runs as root.')
  const postgres = await openTemporaryPostgres()
  const [uid, gid] = identity()
  const port = await freePort()
  const given = {
    DATABASE_URL: postgres.url,
    NEXTAUTH_SECRET: 'a secret of invented tests, long enough',
    PORT: port,
  }
  const options: SpawnOptions = {
    cwd: inside(image, '.'),
    env: { ...environment(image), ...given },
    uid,
    gid,
  }
  const [program, ...args] = image.command
  const server = spawn(program!, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] })
  try {
    await becomesHealthy(image.check, options, () => server.exitCode)
    const ready = await fetch(`http://127.0.0.1:${port}/api/health/ready`)
    const page = await fetch(`http://127.0.0.1:${port}/`)
    process.stdout.write(`ready ${ready.status} ${await ready.text()}, page ${page.status}, as user ${uid}\n`)
    if (!ready.ok || !page.ok) throw new Error('It is healthy, and does not serve.')
    server.kill('SIGTERM')
    const [code] = await once(server, 'exit')
    if (code !== 0) throw new Error(`It ended with ${code}.`)
    process.stdout.write('The image works: built, started as an ordinary user, healthy, ended as asked.\n')
  } finally {
    server.kill('SIGKILL')
    await postgres.close()
  }
}

async function becomesHealthy(check: string, options: SpawnOptions, ended: () => number | null) {
  for (let second = 0; second < 120; second++) {
    if (ended() !== null) throw new Error(`It ended by itself with ${ended()}.`)
    if (spawnSync('sh', ['-c', check], { ...options, stdio: 'ignore' }).status === 0) return
    await sleep(1_000)
  }
  throw new Error('It never became healthy.')
}
