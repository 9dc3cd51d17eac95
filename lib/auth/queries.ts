import 'server-only'
import { now } from '../clock'
import { db, sql } from '../db/client'
import type { AccountKey, OrganizerKey, StepKey } from '../keys'
import { hashToken } from '../tokens'
import { isLive, liveness } from './live-session'
import { owedStep } from './owed-step'
import type { Account, EmailChangeView, EventRole, SessionRow, SignedInUser, Ways } from './schema'
import { teachable } from './totp'

/** One browser's sign-in; while `owes` is not null it opens nothing but the step that is missing. */
export type OpenSession = SignedInUser & {
  sessionId: string
  owes: 'proof' | 'setup' | null
  lastSeenAt: Date
  device: string | null
}

/** Public: who a session cookie belongs to; nobody when it is over, was idle too long, or the account was disabled. */
export async function findPublicSession(token: string): Promise<OpenSession | null> {
  const { rows } = await sql().query<OpenSession>(
    `SELECT u.id, u.email, u.name, u.is_admin AS "isAdmin", s.id AS "sessionId", ${owedStep} AS owes,
            s.last_seen_at AS "lastSeenAt", s.device
       FROM session s JOIN user_account u ON u.id = s.user_id
      WHERE s.session_token = $1 AND ${isLive(2)}`,
    [hashToken(token), ...liveness()],
  )
  return rows[0] ?? null
}

export type Standing = { userId: string; sessionId: string; isAdmin: boolean; role: EventRole | null }

/** Public: the same, with the role in one event's team, in one statement; nobody while a second factor is owed. */
export async function findPublicStanding(token: string, eventId: string): Promise<Standing | null> {
  const { rows } = await sql().query<Standing>(
    `SELECT u.id AS "userId", s.id AS "sessionId", u.is_admin AS "isAdmin", m.role
       FROM session s JOIN user_account u ON u.id = s.user_id
       LEFT JOIN team_member m ON m.user_id = u.id AND m.event_id = $5
      WHERE s.session_token = $1 AND ${isLive(2)} AND ${owedStep} IS NULL`,
    [hashToken(token), ...liveness(), eventId],
  )
  return rows[0] ?? null
}

/** Everything somebody signs in with. */
export async function getAccount({ userId }: AccountKey): Promise<Account> {
  const { email, name, totpFactor, passkeys, recoveryCodes, emailChange } = await db().user.findUniqueOrThrow(
    {
      where: { id: userId },
      include: {
        totpFactor: true,
        passkeys: { orderBy: { createdAt: 'asc' } },
        recoveryCodes: { where: { usedAt: null } },
        emailChange: true,
      },
    },
  )
  return {
    email,
    name,
    hasAuthenticator: Boolean(totpFactor?.confirmedAt),
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
    codesLeft: recoveryCodes.length,
    emailChange:
      emailChange && emailChange.expiresAt > now()
        ? {
            newEmail: emailChange.newEmail,
            oldConfirmed: emailChange.oldConfirmedAt !== null,
            newConfirmed: emailChange.newConfirmedAt !== null,
          }
        : null,
  }
}

/** One's own sign-ins that are still open, this one first. */
export async function listSessions({ userId, sessionId }: AccountKey): Promise<SessionRow[]> {
  const [at, begunAfter, seenAfter] = liveness()
  const live = { expires: { gt: at }, createdAt: { gt: begunAfter }, lastSeenAt: { gt: seenAfter } }
  const rows = await db().session.findMany({
    where: { userId, ...live },
    orderBy: { lastSeenAt: 'desc' },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
  })
  const own = rows.map((row) => ({ ...row, isMine: row.id === sessionId }))
  return own.sort((one, other) => Number(other.isMine) - Number(one.isMine))
}

/** What an authenticator app has to learn while it is being set up; null when nothing was begun. */
export async function findTeachable({ userId }: AccountKey) {
  const factor = await db().totpFactor.findFirst({
    where: { userId, confirmedAt: null },
    include: { user: true },
  })
  return factor && teachable(factor, factor.user.email)
}

/** By what a half signed-in person may prove who they are. */
export async function getWays({ userId }: StepKey): Promise<Ways> {
  const [codes, passkeys, recovery] = await Promise.all([
    db().totpFactor.count({ where: { userId, confirmedAt: { not: null } } }),
    db().passkey.count({ where: { userId } }),
    db().recoveryCode.count({ where: { userId, usedAt: null } }),
  ])
  return { code: codes > 0, passkey: passkeys > 0, recovery: recovery > 0 }
}

/** Public: what the link of a change of address is about; reading it agrees to nothing. */
export async function findPublicEmailChange(token: string): Promise<EmailChangeView | null> {
  const hash = hashToken(token)
  const found = await db().emailChange.findFirst({
    where: {
      OR: [{ oldHash: hash }, { newHash: hash }],
      expiresAt: { gt: now() },
      user: { disabledAt: null },
    },
  })
  if (!found) return null
  const { newEmail, oldHash, oldConfirmedAt, newConfirmedAt } = found
  const said = { old: oldConfirmedAt !== null, new: newConfirmedAt !== null }
  const side = oldHash === hash ? 'old' : 'new'
  return { side, newEmail, isConfirmed: said[side], isOtherConfirmed: said[side === 'old' ? 'new' : 'old'] }
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
