import { AsyncLocalStorage } from 'node:async_hooks'
import pino from 'pino'
import { env } from './env'

/** `isDatabaseAway` is noted where a request failed for want of the database, `unread` where what it brought did. */
export type RequestContext = {
  id: string
  address: string
  isDatabaseAway?: boolean
  unread?: 'garbled' | 'tooMuch'
}

// One store for the server and for the bundled code inside it, which loads this file again.
const shared = globalThis as { __requestContext?: AsyncLocalStorage<RequestContext> }
shared.__requestContext ??= new AsyncLocalStorage()

/** Which request this code is running for; undefined in jobs and commands. */
export const requestContext = shared.__requestContext

const settings: pino.LoggerOptions = {
  level: env().logLevel,
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  mixin: () => {
    const context = requestContext.getStore()
    return context ? { request: context.id } : {}
  },
  redact: {
    paths: ['token', 'password', 'secret', 'email', 'name', 'cookie', 'authorization'].flatMap((key) => [
      key,
      `*.${key}`,
    ]),
    remove: true,
  },
  serializers: { error: describeError, err: describeError },
}

/**
 * JSON lines on standard output. Facts and ids only: no name, no e-mail address, no token.
 * What slips in under one of the names below is dropped all the same.
 */
export const log = pino(settings, pino.destination(env().logTo === 'stderr' ? 2 : 1))

// The message of a database or mail server may quote what a person typed, so its detail is left out.
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code, digest } = error as { code?: string; digest?: string }
  const place = error.stack?.split('\n').filter((line) => line.trim().startsWith('at '))
  return { kind: error.name, code, digest, message: masked(error.message), place: place?.slice(0, 8) }
}

const masked = (text: string) =>
  text
    .trim()
    .split('\n')
    .at(-1)!
    .replace(/\S+@\S+/g, '…')
    .replace(/[\w-]{24,}/g, '…')
    .slice(0, 300)
