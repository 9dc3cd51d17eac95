import 'server-only'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import type { AttendeeColumn } from './schema'

/** Remembers the columns that somebody wants to see in the list of this event; no deed that history knows. */
export async function chooseColumns(
  { eventId, userId }: OrganizerKey,
  columns: AttendeeColumn[],
): Promise<void> {
  await db().attendeeColumns.upsert({
    where: { eventId_userId: { eventId, userId } },
    create: { eventId, userId, columns },
    update: { columns },
  })
}
