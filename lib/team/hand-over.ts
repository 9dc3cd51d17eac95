import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OwnerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { lockTeam, whyNotOwner } from './lock-team'
import type { TeamRefusal } from './schema'

/** Makes a member the owner in one's own place and stays as an organizer, both or neither. */
export async function handOver(
  key: OwnerKey,
  userId: string,
): Promise<Result<null, Exclude<TeamRefusal, 'last_owner'>>> {
  const { eventId } = key
  return await db().$transaction(async (tx) => {
    await lockTeam(tx, eventId)
    // An admin may own nothing here, and then has nothing to hand over.
    if (await whyNotOwner(tx, { ...key, role: 'owner' } as OwnerKey)) return refused('owner_no_more')
    const them = { eventId, userId, user: { disabledAt: null } }
    if (userId === key.userId || (await tx.teamMember.count({ where: them })) === 0)
      return refused('unknown_member')
    await tx.teamMember.update({ where: { eventId_userId: { eventId, userId } }, data: { role: 'owner' } })
    await tx.teamMember.update({
      where: { eventId_userId: { eventId, userId: key.userId } },
      data: { role: 'organizer' },
    })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: key.userId },
      act: 'handed_over',
      subject: 'user',
      subjectId: userId,
    })
    return ok(null)
  })
}
