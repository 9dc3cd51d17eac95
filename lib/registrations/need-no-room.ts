import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { AttendeeKey } from '../keys'
import { ok, type Result } from '../result'

/** Who did not know yet whether they sleep there needs no room after all; nobody reminds them any more. */
export async function needNoRoom({
  eventId,
  registrationId,
}: AttendeeKey): Promise<Result<{ isNew: boolean }, never>> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.registration.updateMany({
      where: { id: registrationId, isStayUndecided: true },
      data: { isStayUndecided: false, version: { increment: 1 } },
    })
    if (count === 0) return ok({ isNew: false })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'attendee', id: registrationId },
      act: 'needs_no_room',
      subject: 'registration',
      subjectId: registrationId,
    })
    return ok({ isNew: true })
  })
}
