import 'server-only'
import { makeAccount } from '../auth/ensure-user'
import { openSession, type Session } from '../auth/open-session'
import type { SignedInUser } from '../auth/schema'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import { ok, type Result, refused } from '../result'
import { lockTeam } from './lock-team'
import { findOpenInvitation } from './queries'
import { type AcceptRefusal, type TeamRole, teamRoles } from './schema'

type Accepted = { eventId: string; role: TeamRole; session: Session | null }

/**
 * Takes the place in the team that a link or, once signed in, an id stands for. Only somebody signed in with the
 * address it was sent to may; an address without an account gets one, and is signed in by its link (`session`).
 * A link never opens an account that is there already. Refused when it was accepted, taken back, or is too old.
 */
export async function acceptInvitation(
  named: string,
  user: SignedInUser | null,
  name: string,
): Promise<Result<Accepted, AcceptRefusal>> {
  return await db().$transaction(async (tx) => {
    const known = await findOpenInvitation(tx, named, user)
    if (known) await lockTeam(tx, known.eventId)
    const found = known && (await findOpenInvitation(tx, named, user))
    if (!found) return refused('invitation_over')
    if (user && user.email !== found.email) return refused('other_address')
    const userId = user?.id ?? (await makeAccount(tx, found.email, name || null))
    if (!userId) return refused('sign_in_first')
    await tx.teamInvitation.update({ where: { id: found.id }, data: { acceptedAt: now() } })
    const role = await join(tx, found.eventId, userId, found.role)
    await recordHistory(tx, {
      eventId: found.eventId,
      actor: { kind: 'user', id: userId },
      act: 'joined_team',
      subject: 'user',
      subjectId: userId,
      facts: { role },
    })
    return ok({ eventId: found.eventId, role, session: user ? null : await openSession(tx, userId) })
  })
}

// Whoever was given more in the meantime keeps it.
async function join(tx: Transaction, eventId: string, userId: string, role: TeamRole): Promise<TeamRole> {
  const which = { eventId_userId: { eventId, userId } }
  const before = (await tx.teamMember.findUnique({ where: which }))?.role
  const kept = before && teamRoles.indexOf(before) < teamRoles.indexOf(role) ? before : role
  await tx.teamMember.upsert({
    where: which,
    create: { eventId, userId, role: kept },
    update: { role: kept },
  })
  return kept
}
