import 'server-only'
import { sql } from '../db/client'
import type { CheckInKey } from '../keys'
import { hashToken } from '../tokens'

type Bearer = { ok: true; key: CheckInKey } | { ok: false; refusal: 'bad_token' | 'other_event' }

/**
 * The key that a program's token or a paired device's holds for the event of an address (old names count). One round
 * trip: `check_in_bearer` also asks whether a program's person is still in the team. Expired, revoked, disabled:
 * `bad_token`.
 */
export async function checkInKeyFromBearer(slug: string, token: string): Promise<Bearer> {
  // Named, so that a connection keeps its plan: planning would cost more than looking.
  const { rows } = await sql().query<CheckInKey & { eventId: string | null }>({
    name: 'check_in_bearer',
    text: `SELECT token_id AS "tokenId", user_id AS "userId", NULL AS "sessionId", device_id AS "deviceId",
                  device_name AS "deviceName", rank, event_id AS "eventId"
             FROM check_in_bearer($1, $2)`,
    // No event is called by what PostgreSQL cannot hold.
    values: [hashToken(token), String(slug).replaceAll('\0', '')],
  })
  const held = rows[0]
  if (!held) return { ok: false, refusal: 'bad_token' }
  if (!held.eventId) return { ok: false, refusal: 'other_event' }
  return { ok: true, key: held }
}
