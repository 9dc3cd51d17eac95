import 'server-only'
import { sql } from '../db/client'
import type { CheckInKey } from '../keys'

/**
 * Whether a key that was minted a while ago would be minted alike now: for what stays open longer than a request.
 * False once its device or its program's token was revoked or is over, its account was disabled or left the team, or
 * its rank is another one. A session that ended is not seen here: its pages are closed by whoever ends it.
 */
export async function isStillHeld({
  eventId,
  userId,
  tokenId,
  deviceId,
  rank,
}: CheckInKey): Promise<boolean> {
  const { rows } = await sql().query<{ is: boolean }>({
    name: 'check_in_still_held',
    text: 'SELECT check_in_still_held($1, $2, $3, $4, $5) AS is',
    values: [eventId, userId, tokenId, deviceId, rank],
  })
  return rows[0]!.is
}
