import { now } from '../clock'
import { sessionLifetime } from './session-cookie'

/**
 * In SQL: a session `s` of the account `u` that is neither over nor idle, where `liveness()` are the parameters from
 * this number on. Limits that were shortened count for sessions that are open already.
 */
export const isLive = (from: number): string =>
  `s.expires > $${from} AND s.created_at > $${from + 1} AND s.last_seen_at > $${from + 2} AND u.disabled_at IS NULL`

export function liveness(): [Date, Date, Date] {
  const { most, idle } = sessionLifetime()
  const ago = (seconds: number) => new Date(now().getTime() - seconds * 1000)
  return [now(), ago(most), ago(idle)]
}
