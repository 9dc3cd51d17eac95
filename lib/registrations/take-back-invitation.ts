import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'

/** The link opens nothing any more. Again changes nothing; refused once somebody has registered with it. */
export async function takeBackInvitation(
  key: OrganizerKey,
  id: string,
): Promise<Result<{ isNew: boolean }, 'unknown_invitation' | 'used'>> {
  const { eventId, userId } = key
  return await db().$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, eventId, registrationId: null, revokedAt: null },
      data: { revokedAt: now() },
    })
    const row = await tx.invitation.findFirst({ where: { id, eventId } })
    if (!row) return refused('unknown_invitation')
    if (row.registrationId) return refused('used')
    if (count === 0) return ok({ isNew: false })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'took_back_invitation',
      subject: 'invitation',
      subjectId: id,
    })
    return ok({ isNew: true })
  })
}
