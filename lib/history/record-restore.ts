import type pg from 'pg'
import { newId } from '../ids'
import type { Act } from './schema'

const act: Act = 'restored_backup'

/** Writes into the history of the house and of each of these events that a backup was restored, and from when it was. */
export async function recordRestore(
  client: pg.ClientBase,
  eventIds: string[],
  takenAt: string,
): Promise<void> {
  const events = [null, ...eventIds]
  await client.query(
    `INSERT INTO history_entry (id, at, event_id, actor_kind, act, subject, facts)
     SELECT id, now(), event_id, 'command_line', $3, 'installation', jsonb_build_object('taken', $4::text)
       FROM unnest($1::uuid[], $2::uuid[]) AS line(id, event_id)`,
    [events.map(newId), events, act, `${takenAt.slice(0, 16).replace('T', ' ')} UTC`],
  )
}
