import 'server-only'
import { isIPv6 } from 'node:net'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { sql } from './db/client'

const limiters = new Map<string, RateLimiterPostgres>()

/**
 * Counts one try of `key` under a limit of `points` per `seconds`; false when there were too many. A network address
 * counts as its network.
 */
export async function mayGoOn(limit: string, key: string, points: number, seconds: number): Promise<boolean> {
  try {
    await limiterFor(limit, points, seconds).consume(networkOf(key))
    return true
  } catch (reason) {
    if (reason instanceof Error) throw reason
    return false
  }
}

/**
 * Lets somebody try `act`, unless too many tries of `key` went wrong; null when they did. A try counts before it is made,
 * for each thing that was wrong in it, and is given back when nothing was: so that of many at once, in however many
 * processes, no more are looked at than may go wrong.
 */
export async function tryUnder<T>(
  [limit, key, points, seconds]: readonly [limit: string, key: string, points: number, seconds: number],
  act: () => Promise<T>,
  wrongsOf: (answer: T) => number,
): Promise<T | null> {
  // One after the other: right ones that come together are not taken for wrong ones while they are looked at.
  return await inTurn(`${limit} ${networkOf(key)}`, async () => {
    if (!(await mayGoOn(limit, key, points, seconds))) return null
    const answer = await act()
    const more = wrongsOf(answer) - 1
    if (more !== 0) await limiterFor(limit, points, seconds).penalty(networkOf(key), more)
    return answer
  })
}

const turns = new Map<string, Promise<unknown>>()

async function inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
  const mine = (turns.get(key) ?? Promise.resolve()).then(act)
  const over = mine.catch(() => undefined)
  turns.set(key, over)
  try {
    return await mine
  } finally {
    if (turns.get(key) === over) turns.delete(key)
  }
}

/** Where an address belongs to: whoever has one of IPv6 usually has all 2^64 of its /64 (RFC 6177) and counts once. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const { hostname } = new URL(`http://[${address.replace(/%.*/, '')}]`)
  const [before = [], after] = hostname.slice(1, -1).split('::').map(groupsOf)
  const gap = after ? Array<string>(8 - before.length - after.length).fill('0') : []
  return `${[...before, ...gap, ...(after ?? [])].slice(0, 4).join(':')}::/64`
}

const groupsOf = (half: string) => half.split(':').filter(Boolean)

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
