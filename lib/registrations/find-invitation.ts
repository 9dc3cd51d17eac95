import 'server-only'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { hashToken } from '../tokens'
import type { InvitationRow, InvitationState } from './schema'

/** What a personal link stands for; its holder proves a mailbox, so no key is asked for. Null: never heard of. */
export async function findPublicInvitation(
  eventId: string,
  token: string,
): Promise<{ name: string; email: string; state: InvitationState; submissionId: string | null } | null> {
  const row = await db().invitation.findFirst({
    where: { eventId, hash: hashToken(token) },
    include: { registration: { select: { submissionId: true } } },
  })
  if (!row) return null
  const { name, email } = row
  return { name, email, state: stateOf(row), submissionId: row.registration?.submissionId ?? null }
}

/** Everybody who was invited personally, latest first. */
export async function listInvitations(key: OrganizerKey): Promise<InvitationRow[]> {
  const rows = await db().invitation.findMany({ where: { eventId: key.eventId }, orderBy: { id: 'desc' } })
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    state: stateOf(row),
    registrationId: row.registrationId,
    createdAt: row.createdAt,
  }))
}

const stateOf = (row: { registrationId: string | null; revokedAt: Date | null }): InvitationState =>
  row.registrationId ? 'used' : row.revokedAt ? 'taken_back' : 'open'
