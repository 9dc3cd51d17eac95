import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { isThere } from './is-there'
import type { NoteRefusal } from './schema'

/** Keeps what an organizer notes about somebody of the key's event; the history knows that, not what. */
export async function writeNote(
  { eventId, userId }: OrganizerKey,
  registrationId: string,
  text: string,
): Promise<Result<{ id: string }, Extract<NoteRefusal, 'unknown_registration'>>> {
  const id = newId()
  return await db().$transaction(async (tx) => {
    if (!(await isThere(tx, eventId, registrationId))) return refused('unknown_registration')
    await tx.attendeeNote.create({
      data: { id, eventId, registrationId, authorId: userId, text, createdAt: now() },
    })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'noted',
      subject: 'registration',
      subjectId: registrationId,
    })
    return ok({ id })
  })
}
