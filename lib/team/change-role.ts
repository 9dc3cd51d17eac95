import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OwnerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { isLastOwner, lockTeam, whyNotOwner } from './lock-team'
import type { ChangeRoleRefusal, TeamRole } from './schema'

/**
 * Gives a member another role than the one they were `seen` with, with their very next click; whoever saw another one
 * than it is by now is told so. The last owner stays one; the same role again changes nothing.
 */
export async function changeRole(
  key: OwnerKey,
  userId: string,
  { seen, role }: { seen: TeamRole; role: TeamRole },
): Promise<Result<{ isNew: boolean }, ChangeRoleRefusal>> {
  const { eventId } = key
  return await db().$transaction(async (tx) => {
    await lockTeam(tx, eventId)
    const why = await whyNotOwner(tx, key)
    if (why) return refused(why)
    const which = { eventId_userId: { eventId, userId } }
    const member = await tx.teamMember.findUnique({ where: which })
    if (!member) return refused('unknown_member')
    if (member.role === role) return ok({ isNew: false })
    if (member.role !== seen) return refused('changed_meanwhile')
    if (member.role === 'owner' && (await isLastOwner(tx, eventId, userId))) return refused('last_owner')
    await tx.teamMember.update({ where: which, data: { role } })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: key.userId },
      act: 'changed_role',
      subject: 'user',
      subjectId: userId,
      facts: { from: member.role, role },
    })
    return ok({ isNew: true })
  })
}
