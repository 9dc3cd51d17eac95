import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'

/** Throws a draft away; refused for what is scheduled or out already. */
export async function dropDraft(key: OrganizerKey, id: string): Promise<Result<null, 'not_found'>> {
  const { eventId, userId } = key
  return await db().$transaction(async (tx) => {
    const { count } = await tx.groupMail.deleteMany({ where: { id, eventId, state: 'draft' } })
    if (count === 0) return refused('not_found')
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'message_dropped',
      subject: 'group_mail',
      subjectId: id,
    })
    return ok(null)
  })
}
