import 'server-only'
import { db } from '../db/client'
import type { AttendeeKey, OrganizerKey } from '../keys'
import type { NoteView } from './schema'

/** The notes about one person of the key's event, the latest first. */
export async function listNotes({ eventId, userId }: OrganizerKey, of: string): Promise<NoteView[]> {
  const rows = await db().attendeeNote.findMany({
    where: { eventId, registrationId: of },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, text, authorId, createdAt }) => ({
    id,
    text,
    authorId,
    createdAt,
    isMine: authorId === userId,
  }))
}

/** The tags of one person of the key's event, by the alphabet. */
export async function listTagsOf({ eventId }: OrganizerKey, of: string): Promise<string[]> {
  const where = { eventId, registrationId: of }
  const rows = await db().attendeeTag.findMany({ where, orderBy: { tag: 'asc' } })
  return rows.map(({ tag }) => tag)
}

/** Every tag that somebody of the key's event wears. */
export async function listTags({ eventId }: OrganizerKey): Promise<string[]> {
  const rows = await db().attendeeTag.findMany({
    where: { eventId },
    distinct: ['tag'],
    select: { tag: true },
    orderBy: { tag: 'asc' },
  })
  return rows.map(({ tag }) => tag)
}

/** What organizers noted about the key's own person, who may ask for all that is kept (GDPR, article 15). */
export async function listNotesAboutMe({ eventId, registrationId }: AttendeeKey) {
  const where = { eventId, registrationId }
  const [notes, tags] = await Promise.all([
    db().attendeeNote.findMany({
      where,
      select: { createdAt: true, text: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    db().attendeeTag.findMany({ where, select: { tag: true }, orderBy: { tag: 'asc' } }),
  ])
  return {
    notes: notes.map(({ createdAt, text }) => ({ at: createdAt, text })),
    tags: tags.map(({ tag }) => tag),
  }
}
