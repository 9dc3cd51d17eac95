import 'server-only'
import { sql } from '../db/client'
import type { CheckInKey } from '../keys'

/** `isStillHeld` for many keys of one event in one statement: the places of those that open nothing any more. */
export async function listEndedKeys(eventId: string, keys: readonly CheckInKey[]): Promise<number[]> {
  const { rows } = await sql().query<{ at: number }>({
    name: 'check_in_ended_keys',
    text: `SELECT (at - 1)::integer AS at
             FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) WITH ORDINALITY held (user_id, token_id, device_id, rank, at)
            WHERE NOT check_in_still_held($1, user_id, token_id, device_id, rank)`,
    values: [
      eventId,
      keys.map(({ userId }) => userId),
      keys.map(({ tokenId }) => tokenId),
      keys.map(({ deviceId }) => deviceId),
      keys.map(({ rank }) => rank),
    ],
  })
  return rows.map(({ at }) => at)
}
