import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OwnerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { lockTeam, whyNotOwner } from './lock-team'

/** The link opens nothing any more, and nobody is told. Refused for what was accepted or taken back already. */
export async function withdrawInvitation(
  key: OwnerKey,
  id: string,
): Promise<Result<null, 'owner_no_more' | 'unknown_invitation'>> {
  const { eventId, userId } = key
  return await db().$transaction(async (tx) => {
    await lockTeam(tx, eventId)
    const why = await whyNotOwner(tx, key)
    if (why) return refused(why)
    const { count } = await tx.teamInvitation.updateMany({
      where: { id, eventId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now() },
    })
    if (count === 0) return refused('unknown_invitation')
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'took_back_team_invitation',
      subject: 'team_invitation',
      subjectId: id,
    })
    return ok(null)
  })
}
