import 'server-only'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { countLive } from '../registrations/count-live'
import { previewEventFile } from './plan-event-file'
import type { StoredEvent } from './queries'

/** How many are registered, and how many would be written to if the event were called off, or revived again. */
export async function foreseeStatus(
  key: OrganizerKey,
  { file }: StoredEvent,
): Promise<{ live: number; concerned: number }> {
  const other = file.status === 'cancelled' ? 'published' : 'cancelled'
  const { concerned } = await previewEventFile(
    { ...file, status: other },
    { about: { eventId: key.eventId } },
  )
  return { live: await countLive(db(), key.eventId), concerned }
}
