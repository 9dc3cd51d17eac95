import 'server-only'
import { now } from '../clock'
import type { Language } from '../dates'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OwnerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { lockTeam, whyNotOwner } from './lock-team'
import type { SendInvitationRefusal } from './schema'
import { sendInvitation } from './send-invitation'

const pauseMs = 60_000

/** A new mail with a new link and seven new days; at most once a minute. Refused for what was accepted or taken back. */
export async function sendInvitationAgain(
  key: OwnerKey,
  id: string,
): Promise<Result<null, SendInvitationRefusal>> {
  const { eventId, userId } = key
  return await db().$transaction(async (tx) => {
    await lockTeam(tx, eventId)
    const why = await whyNotOwner(tx, key)
    if (why) return refused(why)
    const open = { id, eventId, acceptedAt: null, revokedAt: null }
    const row = await tx.teamInvitation.findFirst({ where: open })
    if (!row) return refused('unknown_invitation')
    if (now().getTime() - row.sentAt.getTime() < pauseMs) return refused('too_soon')
    const sent = await sendInvitation(tx, key, { ...row, language: row.language as Language })
    await tx.teamInvitation.update({ where: { id }, data: sent })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'sent_team_invitation_again',
      subject: 'team_invitation',
      subjectId: id,
      facts: { role: row.role },
    })
    return ok(null)
  })
}
