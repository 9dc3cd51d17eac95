import 'server-only'
import { sql } from '../db/client'
import type { CheckInKey } from '../keys'
import { hashToken } from '../tokens'

type Bearer = { ok: true; key: CheckInKey } | { ok: false; refusal: 'bad_token' | 'other_event' }

/**
 * The key that a program's bearer token holds for the event of an address (old names count). One round trip:
 * `check_in_bearer` also asks whether its person is still in the team. Expired, revoked, disabled: `bad_token`.
 */
export async function checkInKeyFromBearer(slug: string, token: string): Promise<Bearer> {
  // Named, so that a connection keeps its plan: planning would cost more than looking.
  const { rows } = await sql().query<{ token_id: string; user_id: string; event_id: string | null }>({
    name: 'check_in_bearer',
    text: 'SELECT token_id, user_id, event_id FROM check_in_bearer($1, $2)',
    values: [hashToken(token), slug],
  })
  const held = rows[0]
  if (!held) return { ok: false, refusal: 'bad_token' }
  if (!held.event_id) return { ok: false, refusal: 'other_event' }
  const facts = { eventId: held.event_id, userId: held.user_id, tokenId: held.token_id }
  return { ok: true, key: facts as CheckInKey }
}
