import 'server-only'
import { sql } from '../db/client'
import type { AdminKey } from '../keys'
import { type HouseEventFilter, type HouseEventPage, type HouseEventRow, houseEventsPerPage } from './schema'

/** One page of all events of the house, the latest first, with who owns them and how many are registered. */
export async function listHouseEvents(_key: AdminKey, filter: HouseEventFilter): Promise<HouseEventPage> {
  const fitting = `WHERE ($1::text IS NULL OR e.slug = lower($1) OR check_in_sounds(e.title) LIKE
      '%' || regexp_replace(check_in_sounds($1), '([\\\\%_])', '\\\\\\1', 'g') || '%')
    AND ($2::text IS NULL OR e.status::text = $2)`
  const values = [filter.q ?? null, filter.status ?? null]
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql().query<HouseEventRow>(
      `SELECT e.id, e.slug, e.title, e.status::text AS status, e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.timezone,
              (SELECT count(*)::integer FROM registration r WHERE r.event_id = e.id AND r.status <> 'cancelled') AS people,
              ARRAY(SELECT json_build_object('id', u.id, 'name', COALESCE(u.name, u.email))
                      FROM team_member m JOIN user_account u ON u.id = m.user_id
                     WHERE m.event_id = e.id AND m.role = 'owner' AND u.disabled_at IS NULL ORDER BY m.created_at, u.id) AS owners
         FROM event e ${fitting}
          AND ($3::uuid IS NULL OR (e.starts_at, e.id) < (SELECT b.starts_at, b.id FROM event b WHERE b.id = $3))
        ORDER BY e.starts_at DESC, e.id DESC LIMIT ${houseEventsPerPage + 1}`,
      [...values, filter.after ?? null],
    ),
    sql().query<{ count: number }>(`SELECT count(*)::integer AS count FROM event e ${fitting}`, values),
  ])
  const shown = rows.slice(0, houseEventsPerPage)
  return {
    rows: shown,
    count: counted[0]!.count,
    next: rows.length > houseEventsPerPage ? shown.at(-1)!.id : null,
  }
}

/** How many events there are in each state. */
export async function countHouseEvents(_key: AdminKey): Promise<Record<HouseEventRow['status'], number>> {
  const { rows } = await sql().query<{ status: HouseEventRow['status']; count: number }>(
    'SELECT status::text AS status, count(*)::integer AS count FROM event GROUP BY 1',
  )
  const count = (status: string) => rows.find((row) => row.status === status)?.count ?? 0
  return { draft: count('draft'), published: count('published'), cancelled: count('cancelled') }
}

/** Where an event is at the desk, by its id; null for one that is gone. */
export async function findSlugOf(_key: AdminKey, id: string): Promise<string | null> {
  const { rows } = await sql().query<{ slug: string }>('SELECT slug FROM event WHERE id = $1', [id])
  return rows[0]?.slug ?? null
}
