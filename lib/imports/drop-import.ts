import 'server-only'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'

/** Throws a list away that has not begun to be imported, with everything it said. */
export async function dropImport(
  { eventId }: OrganizerKey,
  id: string,
): Promise<Result<null, 'unknown_import'>> {
  const { count } = await db().peopleImport.deleteMany({
    where: { id, eventId, state: { in: ['mapping', 'checked'] } },
  })
  return count > 0 ? ok(null) : refused('unknown_import')
}
