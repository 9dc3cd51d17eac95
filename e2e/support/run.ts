import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { ensureChromium } from './find-chromium'
import { keepMail } from './mailbox'
import { openPostOffice } from './post-office'
import { openTemporaryPostgres } from './temporary-postgres'

// The journeys, against the built product with a database and a post office of its own:
//   npm run test:e2e -- attendee-registers
const chromium = ensureChromium()
const folder = mkdtempSync(path.join(os.tmpdir(), 'lanyard-journeys-'))
process.env.E2E_MAIL_FOLDER = path.join(folder, 'mails')
mkdirSync(process.env.E2E_MAIL_FOLDER)
const postgres = await openTemporaryPostgres()
const post = await openPostOffice({ keep: keepMail })
const port = await freePort()
const env = {
  ...process.env,
  DATABASE_URL: await postgres.createDatabase('journeys'),
  SMTP_URL: post.url,
  PORT: String(port),
  BASE_URL: `http://localhost:${port}`,
  DATA_DIR: folder,
  NEXTAUTH_SECRET: 'a secret of invented tests, long enough',
  // The journeys of owners make events; that a new house is closed is told by admin-runs-the-house.
  EVENT_CREATORS: 'owners',
  LOG_LEVEL: 'warn',
  LOG_TO: 'stderr',
  CHROMIUM_PATH: chromium,
}
const condition = '--conditions=react-server'
const start = [condition, '--import', 'tsx', 'bin/start.ts']
const server = spawn(process.execPath, start, { env, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill())
try {
  await answers(`${env.BASE_URL}/api/health/ready`)
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const command = [playwright, 'test', ...process.argv.slice(2)]
  const [code] = await once(
    spawn(process.execPath, command, { env: { ...env, NODE_OPTIONS: condition }, stdio: 'inherit' }),
    'exit',
  )
  process.exitCode = code ?? 1
} finally {
  if (server.exitCode === null && server.kill()) await once(server, 'exit')
  await post.close()
  await postgres.close()
  rmSync(folder, { recursive: true, force: true })
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0)
  await once(probe, 'listening')
  const { port: found } = probe.address() as AddressInfo
  probe.close()
  return found
}

async function answers(url: string): Promise<void> {
  for (let second = 0; second < 600; second++) {
    if (server.exitCode !== null) throw new Error('The server did not start.')
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error(`${url} did not answer within ten minutes.`)
}
