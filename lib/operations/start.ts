import type http from 'node:http'
import { EnvironmentError, env, loadEnvironmentFile, setEnvironment } from '@/lib/env'
import { runShutdown } from '@/lib/shutdown'
import { buildIfNeeded } from './build'
import { drain } from './drain'
import { type OpenDatabase, openDatabase } from './open-database'
import { checkPort } from './port-check'

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

/** Runs this installation until it is told to stop. What keeps it from starting is said in a sentence. */
export async function start({ isDevelopment }: { isDevelopment: boolean }): Promise<void> {
  const opened: { database?: OpenDatabase; server?: http.Server } = {}
  stopOnSignal(opened)
  try {
    prepareEnvironment(isDevelopment)
    await checkPort(env().port)
    opened.database = await openDatabase('server', say)
    if (!isDevelopment) await buildIfNeeded(say)
    opened.server = await listen(isDevelopment)
    if (opened.database.isEmbedded) await loadExample()
    await greet()
  } catch (error) {
    process.stderr.write(`${sayWhyNot(error)}\n`)
    await stop(opened)
    process.exit(1)
  }
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

async function loadExample() {
  const { loadExampleEvent } = await import('@/lib/event-files/load-example-event')
  await loadExampleEvent()
}

async function greet() {
  const { baseUrl } = env()
  const { makeAdminSignInLink } = await import('@/lib/auth/make-admin-link')
  const link = await makeAdminSignInLink(baseUrl)
  say(`\nLanyard is open at ${baseUrl}`)
  if (link) say(`Sign in as admin (once, within 24 hours): ${link}`)
  say('The camera and working offline at the door need https, except on localhost.')
}

function stopOnSignal(opened: { database?: OpenDatabase; server?: http.Server }) {
  let askedAt = 0
  const onSignal = async () => {
    // A terminal and npm both pass Ctrl-C on; only a second one later on means "now".
    if (askedAt) return Date.now() - askedAt > 1_000 && process.exit(1)
    askedAt = Date.now()
    const isClean = await stop(opened)
    process.exit(isClean ? 0 : 1)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

async function stop({
  database,
  server,
}: {
  database?: OpenDatabase
  server?: http.Server
}): Promise<boolean> {
  const isDrained = server ? await drain(server) : true
  await runShutdown()
  if (database) {
    const { closeDatabase } = await import('@/lib/db/client')
    await closeDatabase()
    await database.close()
  }
  return isDrained
}

function sayWhyNot(error: unknown): string {
  if (error instanceof EnvironmentError) return error.message
  const { message, code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'The port was taken while starting. Stop what runs there, or set PORT to another one.'
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000'].includes(code ?? '')) {
    return `The database at DATABASE_URL does not let us in (${code}). Check that it runs, and the name and password.`
  }
  return message || String(error)
}
