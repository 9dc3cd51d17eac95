import 'server-only'
import { now } from '../clock'
import type { Language } from '../dates'
import type { Transaction } from '../db/client'
import { getEventFor } from '../events/queries'
import type { OwnerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { hashToken, newToken } from '../tokens'
import type { TeamInvitationFacts } from './mails'
import { invitationDays, type TeamRole } from './schema'

type Letter = { email: string; role: TeamRole; language: Language }

/** Promises the mail with a new link, and answers what the invitation keeps of it; any link before opens nothing more. */
export async function sendInvitation(tx: Transaction, key: OwnerKey, { email, role, language }: Letter) {
  const { eventId, userId } = key
  const event = await getEventFor(key)
  const inviter = await tx.teamMember.findUnique({
    where: { eventId_userId: { eventId, userId } },
    select: { user: { select: { name: true } } },
  })
  const sentAt = now()
  const expiresAt = new Date(sentAt.getTime() + invitationDays * 24 * 60 * 60 * 1000)
  const token = newToken()
  const facts: TeamInvitationFacts = {
    title: event.title,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    timezone: event.timezone,
    role,
    inviter: inviter?.user.name ?? null,
    until: expiresAt.toISOString(),
  }
  const to = { name: '', address: email, language }
  const mailId = await queueMail(tx, { kind: 'team_invitation', eventId, to, facts, token })
  return { hash: hashToken(token), mailId, sentAt, expiresAt }
}
