import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { isId } from '../ids'
import type { OrganizerKey, OwnerKey } from '../keys'
import { listMailStates } from '../mail/queries'
import { hashToken } from '../tokens'
import type { InvitationView, MemberInvitationRow, MemberRow } from './schema'

/** Everybody in the event's team, its owners first. */
export async function listMembers(key: OrganizerKey): Promise<MemberRow[]> {
  const rows = await db().teamMember.findMany({
    where: { eventId: key.eventId },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }, { userId: 'asc' }],
    include: { user: true },
  })
  return rows.map(({ userId, role, createdAt, user }) => ({
    userId,
    role,
    createdAt,
    name: user.name,
    email: user.email,
    isDisabled: user.disabledAt !== null,
  }))
}

/** Whoever plans an event and may sign in, inside a transaction that tells them something. */
export async function listOrganizersInside(
  tx: Transaction,
  eventId: string,
): Promise<{ name: string | null; email: string }[]> {
  const rows = await tx.teamMember.findMany({
    where: { eventId, role: { in: ['owner', 'organizer'] }, user: { disabledAt: null } },
    orderBy: { userId: 'asc' },
    select: { user: { select: { name: true, email: true } } },
  })
  return rows.map(({ user }) => user)
}

/** Whether somebody is in the team, and stays in it until the transaction ends. */
export async function holdsMember(
  tx: Transaction,
  { eventId, userId }: { eventId: string; userId: string },
): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM team_member WHERE event_id = ${eventId}::uuid AND user_id = ${userId}::uuid FOR KEY SHARE`
  return held.length > 0
}

/** Who was asked and has not answered, the latest first, and what became of the mail. */
export async function listMemberInvitations(key: OwnerKey): Promise<MemberInvitationRow[]> {
  const rows = await db().teamInvitation.findMany({
    where: { eventId: key.eventId, acceptedAt: null, revokedAt: null },
    orderBy: { id: 'desc' },
    include: { invitedBy: true },
  })
  const states = await listMailStates(
    key,
    rows.map(({ mailId }) => mailId),
  )
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    sentAt: row.sentAt,
    expiresAt: row.expiresAt,
    isExpired: row.expiresAt <= now(),
    invitedBy: row.invitedBy && (row.invitedBy.name ?? row.invitedBy.email),
    mail: states[row.mailId] ?? null,
  }))
}

/** Public: the invitation of a link, or of an id for whoever is signed in with its address; reading it spends nothing. */
export async function findPublicInvitationToTeam(
  named: string,
  user: { email: string } | null,
): Promise<InvitationView | null> {
  const found = await findOpenInvitation(db(), named, user)
  if (!found) return null
  const { event, invitedBy, id, email, role, expiresAt, needsSignIn } = found
  const { slug, title, accent, timezone } = event
  const by = invitedBy?.name ?? null
  return { id, slug, title, accent, email, role, invitedBy: by, expiresAt, timezone, needsSignIn }
}

/** What a link's secret opens, or an id: that proves nothing, so it counts only for the address's own sign-in. */
export async function findOpenInvitation(tx: Transaction, named: string, user: { email: string } | null) {
  if (isId(named) && !user) return null
  const which = isId(named) ? { id: named, email: user!.email } : { hash: hashToken(named) }
  const row = await tx.teamInvitation.findFirst({
    where: { ...which, acceptedAt: null, revokedAt: null, expiresAt: { gt: now() } },
    include: { event: true, invitedBy: true },
  })
  if (!row) return null
  const needsSignIn = (await tx.user.count({ where: { email: row.email } })) > 0
  return { ...row, needsSignIn }
}
