import 'server-only'
import { sql } from '../db/client'
import type { NamesById } from '../history/rules'
import type { HistoryLine } from '../history/schema'
import { isId } from '../ids'
import type { OrganizerKey } from '../keys'

/** What the accounts, registrations, invitations and phones in these lines of the key's event are called; whoever was erased is not. */
export async function listNames(
  key: OrganizerKey,
  lines: Pick<HistoryLine, 'actorId' | 'subjectId'>[],
): Promise<NamesById> {
  const ids = lines.flatMap(({ actorId, subjectId }) => [actorId, subjectId])
  const { rows } = await sql().query<{ id: string; name: string }>(
    `SELECT id, name FROM registration WHERE event_id = $1 AND id = ANY ($2) AND anonymized_at IS NULL
     UNION ALL SELECT id, name FROM invitation WHERE event_id = $1 AND id = ANY ($2) AND name <> ''
     UNION ALL SELECT id, email FROM team_invitation WHERE event_id = $1 AND id = ANY ($2)
     UNION ALL SELECT id, name FROM device WHERE event_id = $1 AND id = ANY ($2)
     UNION ALL SELECT id, COALESCE(name, email) FROM user_account WHERE id = ANY ($2)`,
    [key.eventId, [...new Set(ids)].filter((id) => id && isId(id))],
  )
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
