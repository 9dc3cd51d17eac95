import 'server-only'
import { revokeApiTokens } from '../auth/revoke-api-tokens'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey, OwnerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { isLastOwner, lockTeam, whyNotOwner } from './lock-team'
import type { TeamRefusal, TeamRole } from './schema'

/** Takes somebody out of the team: every key they hold is gone with their next click, and their programs' tokens too. */
export async function removeMember(
  key: OwnerKey,
  userId: string,
): Promise<Result<{ role: TeamRole }, TeamRefusal>> {
  return await db().$transaction(async (tx) => {
    await lockTeam(tx, key.eventId)
    const why = await whyNotOwner(tx, key)
    return why ? refused(why) : await takeOut(tx, key, userId)
  })
}

/** The same by one's own wish; the last owner hands over first. Admins who belong to no team have none to leave. */
export async function leaveTeam(
  key: OrganizerKey,
): Promise<Result<{ role: TeamRole }, Exclude<TeamRefusal, 'owner_no_more'>>> {
  return await db().$transaction(async (tx) => {
    await lockTeam(tx, key.eventId)
    return await takeOut(tx, key, key.userId)
  })
}

async function takeOut(tx: Transaction, key: OrganizerKey, userId: string) {
  const { eventId } = key
  const which = { eventId_userId: { eventId, userId } }
  const member = await tx.teamMember.findUnique({ where: which, include: { user: true } })
  if (!member) return refused('unknown_member')
  if (member.role === 'owner' && (await isLastOwner(tx, eventId, userId))) return refused('last_owner')
  await tx.teamMember.delete({ where: which })
  await revokeApiTokens(tx, { eventId, userId })
  // An invitation that still opened would be a way back in.
  await tx.teamInvitation.updateMany({
    where: { eventId, email: member.user.email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now() },
  })
  await recordHistory(tx, {
    eventId,
    actor: { kind: 'user', id: key.userId },
    act: userId === key.userId ? 'left_team' : 'removed_from_team',
    subject: 'user',
    subjectId: userId,
    facts: { role: member.role },
  })
  return ok({ role: member.role })
}
