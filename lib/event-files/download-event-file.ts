import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { getStoredEvent } from './queries'
import { writeEventFile } from './write-event-file'

/** The key's event as the text of a file on its way out of the house; history says so. */
export async function downloadEventFile(key: OrganizerKey): Promise<{ slug: string; text: string }> {
  return await db().$transaction(async (tx) => {
    const { file } = await getStoredEvent(tx, key.eventId)
    await recordHistory(tx, {
      eventId: key.eventId,
      actor: { kind: 'user', id: key.userId },
      act: 'exported_event_file',
      subject: 'event',
      subjectId: key.eventId,
    })
    return { slug: file.slug, text: writeEventFile(file) }
  })
}
