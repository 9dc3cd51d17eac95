import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { isThere } from './is-there'
import type { NoteRefusal } from './schema'

/**
 * Somebody of the key's event wears these tags from now on. With `seen`, the tags that were on the page, only what differs
 * from them is changed: what another organizer put on or took off meanwhile stays. The same again changes nothing.
 */
export async function setTags(
  { eventId, userId }: OrganizerKey,
  registrationId: string,
  tags: string[],
  seen?: string[],
): Promise<Result<{ added: number; removed: number }, Extract<NoteRefusal, 'unknown_registration'>>> {
  return await db().$transaction(async (tx) => {
    if (!(await isThere(tx, eventId, registrationId))) return refused('unknown_registration')
    const tag = { notIn: tags, ...(seen && { in: seen }) }
    const gone = await tx.attendeeTag.deleteMany({ where: { eventId, registrationId, tag } })
    const data = tags
      .filter((one) => !seen?.includes(one))
      .map((one) => ({ eventId, registrationId, tag: one }))
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
