import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { beforeShutdown } from '@/lib/shutdown'
import { takeLock } from './file-lock'
import { noteCommit } from './program-version'

/** Builds the pages unless what is in .next was made from exactly these sources. */
export async function buildIfNeeded(say: (sentence: string) => void): Promise<void> {
  const hash = hashSources()
  if (isBuilt(hash)) return
  const release = await takeLock('node_modules/.lanyard-build', (pid) =>
    say(`Waiting for process ${pid}, which is building.`),
  )
  try {
    if (isBuilt(hash)) return
    say('Building the pages. This takes a minute, and only after a change.')
    await runNextBuild()
    noteCommit()
    writeFileSync(hashFile, hash)
  } finally {
    release()
  }
}

function runNextBuild(): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: sameEverywhere },
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  beforeShutdown(async () => void child.kill())
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      reject(new Error(`The pages could not be built:\n${Buffer.concat(said)}`))
    })
  })
}

// The names of actions are made with it: a tab from before an upgrade sends its form to the same ones, wherever they were
// built. Nothing is encrypted with it; a start sets a key that is made from the secret.
const sameEverywhere = createHash('sha256').update('lanyard').digest('base64')

const hashFile = '.next/source-hash'

const isBuilt = (hash: string) =>
  existsSync('.next/BUILD_ID') && existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash

const folders = ['app', 'components', 'lib', 'messages', 'prisma/schema', 'public']
const rootFiles = [
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'instrumentation.ts',
]

function hashSources(): string {
  const hash = createHash('sha256')
  for (const file of [...rootFiles.filter((name) => existsSync(name)), ...folders.flatMap(filesIn)]) {
    hash.update(`${file}\n`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(path.join('lib', 'db', 'generated')))
    .sort()
}
