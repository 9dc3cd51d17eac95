import 'server-only'
import { now } from '../clock'
import { sql } from '../db/client'
import type { OpenSession } from './queries'
import { deviceOf } from './rules'

const minute = 60_000

/** Whether this session was seen less than a minute ago: its row is not written with every click. */
export const isVisitNoted = ({ lastSeenAt, device }: OpenSession): boolean =>
  device !== null && now().getTime() - lastSeenAt.getTime() < minute

/** Somebody is here: the session's idle time begins anew, and two words of the browser are kept to know it by. */
export async function noteVisit({ sessionId }: OpenSession, userAgent: string | null): Promise<void> {
  await sql().query(
    'UPDATE session SET last_seen_at = greatest(last_seen_at, $2), device = $3 WHERE id = $1',
    [sessionId, now(), deviceOf(userAgent ?? '')],
  )
}
