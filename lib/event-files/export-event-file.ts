import 'server-only'
import { db } from '../db/client'
import { findEventOf, getStoredEvent } from './queries'
import { writeEventFile } from './write-event-file'

/** The event of this name, present or older, as the text of a file; null when there is none. */
export async function exportEventFile(slug: string): Promise<string | null> {
  const { id } = await findEventOf(db(), { slug, also_known_as: [] })
  return id ? writeEventFile((await getStoredEvent(db(), id)).file) : null
}
