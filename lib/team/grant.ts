import 'server-only'
import { ensureUser } from '../auth/ensure-user'
import { makeApiToken } from '../auth/make-api-token'
import { linkLifetime, makeSignInToken } from '../auth/make-sign-in-token'
import type { EventRole } from '../auth/schema'
import { db, type Transaction } from '../db/client'
import { type Actor, recordHistory } from '../history/record'
import { lockTeam } from './lock-team'

export type Grant = { email: string; actor: Actor; eventId: string; role: EventRole }

/**
 * Puts somebody into a team from the command line, with an account if they have none; a second grant replaces the role,
 * also that of the last owner. Answers a sign-in token of 24 hours.
 */
export async function grant(wish: Grant): Promise<string> {
  return await db().$transaction(async (tx) => {
    const userId = await giveRole(tx, wish)
    return await makeSignInToken(tx, userId, linkLifetime.printed)
  })
}

/** The same right, with a bearer token for a program instead of a link; it opens one event until `endsAt`. */
export async function grantApi(wish: Omit<Grant, 'role'>, endsAt: Date): Promise<string> {
  return await db().$transaction(async (tx) => {
    const userId = await giveRole(tx, { ...wish, role: 'check_in' }, { isAtLeast: true })
    return await makeApiToken(tx, { userId, eventId: wish.eventId }, endsAt)
  })
}

// Who may do more already keeps it when a program asks for less.
async function giveRole(tx: Transaction, wish: Grant, { isAtLeast = false } = {}): Promise<string> {
  const { email, actor, eventId, role } = wish
  const userId = await ensureUser(tx, email)
  await lockTeam(tx, eventId)
  await tx.$executeRaw`SELECT set_config('lanyard.operator', 'on', true)`
  await tx.teamMember.upsert({
    where: { eventId_userId: { eventId, userId } },
    create: { eventId, userId, role },
    update: isAtLeast ? {} : { role },
  })
  await recordHistory(tx, {
    eventId,
    actor,
    act: 'granted',
    subject: 'user',
    subjectId: userId,
    facts: { role },
  })
  return userId
}
