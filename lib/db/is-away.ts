/** Whether this error says that the database cannot be reached, went away or takes too long, in whoever's words. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, kind, message, cause, meta } = error as Words
  if (awayCodes.test(String(code)) || awayKinds.has(String(kind)) || awayWords.test(String(message)))
    return true
  return isDatabaseAway(cause) || isDatabaseAway(meta?.driverAdapterError)
}

type Words = Record<'code' | 'kind' | 'message' | 'cause', unknown> & {
  meta?: { driverAdapterError?: unknown }
}

// The network's, PostgreSQL's (class 08; who is shut down, starting or cut off after the time we give; no room, memory or
// connection left, class 53; a disk that fails; a replica that may not write), Prisma's.
const awayCodes =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|EPIPE|08...|57P0[1-3]|57014|53...|58030|25006|P1001|P1002|P1008|P1017|P2024|P2028)$/
const awayKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])
const awayWords =
  /Connection terminated|connection error and is not queryable|Query read timeout|timeout exceeded when trying to connect|timeout expired/
