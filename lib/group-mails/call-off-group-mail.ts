import 'server-only'
import { db } from '../db/client'
import { Prisma } from '../db/generated/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'

/** Makes a scheduled message a draft again, for whoever fits then. Refused once its time has come. */
export async function callOffGroupMail(key: OrganizerKey, id: string): Promise<Result<null, 'too_late'>> {
  const { eventId, userId } = key
  return await db().$transaction(async (tx) => {
    const { count } = await tx.groupMail.updateMany({
      where: { id, eventId, state: 'scheduled' },
      data: {
        state: 'draft',
        sendAt: null,
        filterWords: Prisma.DbNull,
        optedOut: 0,
        version: { increment: 1 },
      },
    })
    if (count === 0) return refused('too_late')
    await tx.groupMailRecipient.deleteMany({ where: { groupMailId: id } })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'message_called_off',
      subject: 'group_mail',
      subjectId: id,
    })
    return ok(null)
  })
}
