import 'server-only'
import { sql } from '../db/client'
import type { LastEdition } from './schema'

/**
 * The published event of the same series that started last before this one; null where there is none. It says only
 * where that is: its figures need a key of their own.
 */
export async function findLastEdition(event: {
  id: string
  series: string | null
  startsAt: Date
}): Promise<LastEdition | null> {
  if (!event.series) return null
  const { rows } = await sql().query<LastEdition>(
    `SELECT id, slug, title, timezone, to_char(starts_at AT TIME ZONE timezone, 'YYYY-MM-DD') AS "startsOn" FROM event
      WHERE series = $1 AND id <> $2 AND status = 'published' AND starts_at < $3
      ORDER BY starts_at DESC, id DESC LIMIT 1`,
    [event.series, event.id, event.startsAt],
  )
  return rows[0] ?? null
}
