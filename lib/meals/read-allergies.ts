import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'

/**
 * What one person told about allergies: health data (GDPR, article 9), so every reading is kept in history before
 * anything is shown. Refused for people of other events, and for those who told nothing.
 */
export async function readAllergies(
  key: OrganizerKey,
  registrationId: string,
): Promise<Result<string, 'nothing_told'>> {
  const { eventId, userId } = key
  return await db().$transaction(async (tx) => {
    const note = await tx.allergyNote.findUnique({
      where: { eventId_registrationId: { eventId, registrationId } },
    })
    if (!note) return refused('nothing_told')
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'allergies_read',
      subject: 'registration',
      subjectId: registrationId,
    })
    return ok(note.text)
  })
}
