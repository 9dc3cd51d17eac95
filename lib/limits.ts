import 'server-only'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { sql } from './db/client'

const limiters = new Map<string, RateLimiterPostgres>()

/** Counts one try of `key` under a limit of `points` per `seconds`; false when there were too many. */
export async function mayGoOn(limit: string, key: string, points: number, seconds: number): Promise<boolean> {
  try {
    await limiterFor(limit, points, seconds).consume(key)
    return true
  } catch (reason) {
    if (reason instanceof Error) throw reason
    return false
  }
}

/** Whether the tries of `key` under this limit are used up; counts nothing. */
export async function hasUsedUp(
  limit: string,
  key: string,
  points: number,
  seconds: number,
): Promise<boolean> {
  const used = await limiterFor(limit, points, seconds).get(key)
  return used !== null && used.consumedPoints >= points
}

function limiterFor(limit: string, points: number, duration: number): RateLimiterPostgres {
  const id = `${limit} ${points} ${duration}`
  const known = limiters.get(id)
  if (known) return known
  // The database may be reopened; a limiter made for an old pool would hang on to it.
  const client = { query: (...query: Parameters<ReturnType<typeof sql>['query']>) => sql().query(...query) }
  const made = new RateLimiterPostgres({
    storeClient: client,
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: limit,
    points,
    duration,
  })
  limiters.set(id, made)
  return made
}
