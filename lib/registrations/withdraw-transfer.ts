import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { AttendeeKey } from '../keys'
import { ok, type Result } from '../result'

/** Keeps one's place after all: the link in the other mailbox opens nothing any more. Harmless to repeat. */
export async function withdrawTransfer(key: AttendeeKey): Promise<Result<{ isNew: boolean }, never>> {
  const { eventId, registrationId } = key
  return await db().$transaction(async (tx) => {
    const { count } = await tx.registrationToken.deleteMany({
      where: { registrationId, purpose: 'transfer', usedAt: null },
    })
    if (count === 0) return ok({ isNew: false })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'attendee', id: registrationId },
      act: 'transfer_withdrawn',
      subject: 'registration',
      subjectId: registrationId,
    })
    return ok({ isNew: true })
  })
}
