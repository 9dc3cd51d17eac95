import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import type { NoteRefusal } from './schema'

type Refusal = Extract<NoteRefusal, 'unknown_note' | 'not_yours'>

/** Takes a note away: one's own, or any for whoever owns the event. Answers whom it was about. */
export async function dropNote(
  { eventId, userId, role }: OrganizerKey,
  id: string,
): Promise<Result<{ registrationId: string }, Refusal>> {
  return await db().$transaction(async (tx) => {
    const note = await tx.attendeeNote.findFirst({ where: { id, eventId } })
    if (!note) return refused('unknown_note')
    if (note.authorId !== userId && role === 'organizer') return refused('not_yours')
    const { registrationId } = note
    // Of two who press at once, one finds nothing left: that is no second deed.
    const { count } = await tx.attendeeNote.deleteMany({ where: { id, eventId } })
    if (count === 0) return refused('unknown_note')
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'note_dropped',
      subject: 'registration',
      subjectId: registrationId,
    })
    return ok({ registrationId })
  })
}
