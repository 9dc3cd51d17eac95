import 'server-only'
import { sql } from '../db/client'
import type { CheckInKey } from '../keys'
import { isLive, liveness } from './live-session'
import { owedStep } from './owed-step'

/**
 * Of keys that were minted a while ago for one event, the places of those that would not be minted alike now: for what
 * stays open longer than a request. A key is over once its session ended or owes a second factor, its device or its
 * program's token was revoked or is over, a day after the event at the latest, or its account was disabled, left the team
 * or has another rank. One statement, however many they are.
 */
export async function listEndedKeys(eventId: string, keys: readonly CheckInKey[]): Promise<number[]> {
  const { rows } = await sql().query<{ at: number }>({
    name: 'check_in_ended_keys',
    text: `SELECT (at - 1)::integer AS at
             FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[]) WITH ORDINALITY
                    held (user_id, session_id, token_id, device_id, rank, at)
            WHERE NOT check_in_still_held($1, user_id, token_id, device_id, rank)
               OR session_id IS NOT NULL AND NOT EXISTS (
                    SELECT FROM session s JOIN user_account u ON u.id = s.user_id
                     WHERE s.id = session_id AND ${isLive(7)} AND ${owedStep} IS NULL)`,
    values: [
      eventId,
      keys.map(({ userId }) => userId),
      keys.map(({ sessionId }) => sessionId ?? null),
      keys.map(({ tokenId }) => tokenId),
      keys.map(({ deviceId }) => deviceId),
      keys.map(({ rank }) => rank),
      ...liveness(),
    ],
  })
  return rows.map(({ at }) => at)
}
