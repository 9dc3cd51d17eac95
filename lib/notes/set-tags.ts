import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { isThere } from './is-there'
import type { NoteRefusal } from './schema'

/** Somebody of the key's event wears exactly these tags from now on. Saying the same again changes nothing. */
export async function setTags(
  { eventId, userId }: OrganizerKey,
  registrationId: string,
  tags: string[],
): Promise<Result<{ added: number; removed: number }, Extract<NoteRefusal, 'unknown_registration'>>> {
  return await db().$transaction(async (tx) => {
    if (!(await isThere(tx, eventId, registrationId))) return refused('unknown_registration')
    const gone = await tx.attendeeTag.deleteMany({ where: { eventId, registrationId, tag: { notIn: tags } } })
    const data = tags.map((tag) => ({ eventId, registrationId, tag }))
    const made = await tx.attendeeTag.createMany({ data, skipDuplicates: true })
    const facts = { added: made.count, removed: gone.count }
    if (made.count + gone.count > 0)
      await recordHistory(tx, {
        eventId,
        actor: { kind: 'user', id: userId },
        act: 'tagged',
        subject: 'registration',
        subjectId: registrationId,
        facts,
      })
    return ok(facts)
  })
}
