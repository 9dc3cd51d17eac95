import type http from 'node:http'
import { env, loadEnvironmentFile, setEnvironment } from '@/lib/env'
import { endStreams, runShutdown } from '@/lib/shutdown'
import { buildIfNeeded } from './build'
import { drain } from './drain'
import { greeting } from './greeting'
import { type OpenDatabase, openDatabase } from './open-database'
import { checkPort } from './port-check'
import { sayNotErasedAgain } from './say-not-erased-again'
import { sayWhyNot } from './say-why-not'
import { onStopAsked } from './stop-asked'

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

/** Runs this installation until it is told to stop. What keeps it from starting is said in a sentence. */
export async function start({ isDevelopment }: { isDevelopment: boolean }): Promise<void> {
  const opened: Opened = {}
  let isStopping = false
  const end = async () => {
    isStopping = true
    process.exit((await stop(opened)) ? 0 : 1)
  }
  onStopAsked(end)
  try {
    await open(opened, isDevelopment)
  } catch (error) {
    if (isStopping) return
    process.stderr.write(`${sayWhyNot(error)}\n`)
    isStopping = true
    await stop(opened)
    process.exit(1)
  }
}

/** Builds the pages, for an image that only starts later. Needs no database and no secret. */
export async function buildPages(): Promise<void> {
  prepareEnvironment(false)
  await buildIfNeeded(say)
}

type Opened = { database?: OpenDatabase; server?: http.Server }

async function open(opened: Opened, isDevelopment: boolean) {
  prepareEnvironment(isDevelopment)
  await checkPort(env().port)
  opened.database = await openDatabase('server', say)
  if (!isDevelopment) await buildIfNeeded(say)
  // Imported only now: both read the environment that was just completed.
  const { offerExample } = await import('./offer-example')
  await eraseAgain()
  if (opened.database.isEmbedded) await offerExample(env().dataDir)
  // Before the first person comes: where many wait for the database, nobody would have time to make it.
  const link = await makeLink()
  opened.server = await listen(isDevelopment)
  for (const line of greeting(env().baseUrl, link)) say(line)
}

// A restore may have been struck down before it came to what was erased: nobody is served until that is gone again.
async function eraseAgain() {
  const { hasPublicPendingTombstones } = await import('@/lib/tombstones/queries')
  if (!(await hasPublicPendingTombstones())) return
  const { reapplyTombstones } = await import('@/lib/privacy/reapply-tombstones')
  const { failed } = await reapplyTombstones()
  if (failed > 0) say(sayNotErasedAgain(failed))
}

// Set before anything imports React or Next, which look once.
function prepareEnvironment(isDevelopment: boolean) {
  loadEnvironmentFile()
  setEnvironment({
    NODE_ENV: isDevelopment ? 'development' : 'production',
    NEXT_MANUAL_SIG_HANDLE: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    // Next fetches a redirect's target from itself; without this it would ask the host a stranger named.
    __NEXT_PRIVATE_ORIGIN: `http://127.0.0.1:${env().port}`,
  })
}

async function listen(isDevelopment: boolean): Promise<http.Server> {
  const { createServer, serve } = await import('./serve')
  const { default: next } = await import('next')
  const { port, baseUrl, trustedProxies, oidc } = env()
  const server = createServer()
  const app = next({
    dev: isDevelopment,
    dir: process.cwd(),
    customServer: true,
    hostname: 'localhost',
    port,
    httpServer: server,
  })
  await app.prepare()
  const signInOrigin = oidc && new URL(oidc.issuer).origin
  serve({ server, handle: app.getRequestHandler(), baseUrl, trustedProxies, signInOrigin, isDevelopment })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve))
  return server
}

async function makeLink(): Promise<string | null> {
  const { makeAdminSignInLink } = await import('@/lib/auth/make-admin-link')
  return await makeAdminSignInLink(env().baseUrl)
}

async function stop({
  database,
  server,
}: {
  database?: OpenDatabase
  server?: http.Server
}): Promise<boolean> {
  endStreams()
  const isDrained = server ? await drain(server) : true
  await runShutdown()
  if (database) {
    const { closeDatabase } = await import('@/lib/db/client')
    await closeDatabase()
    await database.close()
  }
  return isDrained
}
