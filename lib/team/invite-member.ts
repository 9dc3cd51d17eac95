import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import { newId } from '../ids'
import type { OwnerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { lockTeam, whyNotOwner } from './lock-team'
import type { InviteMemberRefusal, MemberInvitationInput } from './schema'
import { sendInvitation } from './send-invitation'

/**
 * Asks an address into the team by mail. An invitation gives nothing before it is accepted; one that has expired makes
 * room for another. Refused for members and for an address whose invitation still opens.
 */
export async function inviteMember(
  key: OwnerKey,
  { email, role, language }: MemberInvitationInput,
): Promise<Result<{ id: string }, InviteMemberRefusal>> {
  const { eventId, userId } = key
  return await db().$transaction(async (tx) => {
    await lockTeam(tx, eventId)
    const why = await whyNotOwner(tx, key)
    if (why) return refused(why)
    if ((await tx.teamMember.count({ where: { eventId, user: { email } } })) > 0)
      return refused('already_member')
    const open = { eventId, email, acceptedAt: null, revokedAt: null }
    const at = now()
    await tx.teamInvitation.updateMany({
      where: { ...open, expiresAt: { lte: at } },
      data: { revokedAt: at },
    })
    if ((await tx.teamInvitation.count({ where: open })) > 0) return refused('already_invited')
    const id = newId()
    const sent = await sendInvitation(tx, key, { email, role, language })
    await tx.teamInvitation.create({
      data: { id, eventId, email, role, language, invitedById: userId, ...sent },
    })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'invited_to_team',
      subject: 'team_invitation',
      subjectId: id,
      facts: { role },
    })
    return ok({ id })
  })
}
