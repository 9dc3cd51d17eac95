import 'server-only'
import { now } from '../clock'
import { db, sql } from '../db/client'
import type { OrganizerKey } from '../keys'
import { hashToken } from '../tokens'
import type { EventRole, SignedInUser } from './schema'

/** Public: who a session cookie belongs to; nobody when it is over or the account was disabled. */
export async function findPublicSession(token: string): Promise<SignedInUser | null> {
  const { rows } = await sql().query<SignedInUser>(
    `SELECT u.id, u.email, u.name, u.is_admin AS "isAdmin"
       FROM session s JOIN user_account u ON u.id = s.user_id
      WHERE s.session_token = $1 AND s.expires > $2 AND u.disabled_at IS NULL`,
    [hashToken(token), now()],
  )
  return rows[0] ?? null
}

export type Standing = { userId: string; isAdmin: boolean; role: EventRole | null }

/** Public: the same, with the role in one event's team, in one statement. */
export async function findPublicStanding(token: string, eventId: string): Promise<Standing | null> {
  const { rows } = await sql().query<Standing>(
    `SELECT u.id AS "userId", u.is_admin AS "isAdmin", m.role
       FROM session s JOIN user_account u ON u.id = s.user_id
       LEFT JOIN team_member m ON m.user_id = u.id AND m.event_id = $2
      WHERE s.session_token = $1 AND s.expires > $3 AND u.disabled_at IS NULL`,
    [hashToken(token), eventId, now()],
  )
  return rows[0] ?? null
}

/** Public: whether a mailed or printed link would still open; reading it spends nothing. */
export async function isPublicSignInLinkLive(token: string): Promise<boolean> {
  const live = { purpose: 'sign_in', usedAt: null, revokedAt: null, expiresAt: { gt: now() } } as const
  return (await db().accessToken.count({ where: { hash: hashToken(token), ...live } })) > 0
}

/** Every team that somebody belongs to. */
export async function listTeams(user: SignedInUser): Promise<{ eventId: string; role: EventRole }[]> {
  return await db().teamMember.findMany({
    where: { userId: user.id },
    select: { eventId: true, role: true },
  })
}

/** What members of the key's team and admins are called, by id, for lines of history. */
export async function listUserNames(key: OrganizerKey, ids: string[]): Promise<Record<string, string>> {
  const users = await db().user.findMany({
    where: {
      id: { in: ids },
      OR: [{ isAdmin: true }, { teamMembers: { some: { eventId: key.eventId } } }],
    },
    select: { id: true, name: true, email: true },
  })
  return Object.fromEntries(users.map(({ id, name, email }) => [id, name ?? email]))
}
