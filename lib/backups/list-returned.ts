import type pg from 'pg'
import type { Table } from './list-tables'

/**
 * Whoever may do more again than in the database that was replaced, as words: a restore is asked to bring back teams as
 * they were, so that somebody has to look. Needs what `keepSurvivors` has set aside.
 */
export async function listReturned(client: pg.ClientBase, both: Table[]): Promise<string[]> {
  const has = (table: string, ...columns: string[]) =>
    columns.every((column) => both.find(({ name }) => name === table)?.columns.includes(column))
  if (!has('user_account', 'id', 'is_admin', 'disabled_at')) return []
  if (!has('team_member', 'event_id', 'user_id', 'role') || !has('event', 'id')) return []
  const { rows } = await client.query<{ said: string }>(`
    SELECT u.email || ' (' || r.role || ')' AS said FROM (
      SELECT now.id AS user_id, 'admin' AS role FROM user_account now JOIN kept_user_account was USING (id)
       WHERE now.is_admin AND (NOT was.is_admin OR was.disabled_at IS NOT NULL)
      UNION ALL
      SELECT now.user_id, now.role || ', ' || e.slug FROM team_member now
        JOIN event e ON e.id = now.event_id JOIN kept_event USING (id) JOIN kept_user_account a ON a.id = now.user_id
        LEFT JOIN kept_team_member was ON was.event_id = now.event_id AND was.user_id = now.user_id
       WHERE was.role IS NULL OR ${rank('was.role')} < ${rank('now.role')}) r
    JOIN user_account u ON u.id = r.user_id WHERE u.disabled_at IS NULL ORDER BY said`)
  return rows.map(({ said }) => said)
}

const rank = (role: string) => `array_position(ARRAY['check_in', 'organizer', 'owner'], ${role}::text)`
