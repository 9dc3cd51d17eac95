import 'server-only'
import { db, type Transaction } from '../db/client'
import { type Actor, recordHistory } from '../history/record'
import { newId } from '../ids'
import { hashToken, newToken } from '../tokens'
import { ensureUser } from './ensure-user'
import { linkLifetime, makeSignInToken } from './make-sign-in-token'
import type { EventRole } from './schema'

export type Grant = { email: string; actor: Actor } & (
  | { isAdmin: true }
  | { eventId: string; role: EventRole }
)

/** Gives somebody a right, and an account if they have none; a second grant for an event replaces the role.
 *  Answers a sign-in token of 24 hours. */
export async function grant(wish: Grant): Promise<string> {
  return await db().$transaction(async (tx) => {
    const userId = await giveRight(tx, wish)
    return await makeSignInToken(tx, userId, linkLifetime.printed)
  })
}

/** The same right, with a bearer token for a program instead of a link; it opens one event until `endsAt`. */
export async function grantApi(
  wish: { email: string; actor: Actor; eventId: string },
  endsAt: Date,
): Promise<string> {
  return await db().$transaction(async (tx) => {
    const userId = await giveRight(tx, { ...wish, role: 'check_in' }, { isAtLeast: true })
    const token = newToken()
    await tx.accessToken.create({
      data: {
        id: newId(),
        purpose: 'check_in_api',
        hash: hashToken(token),
        userId,
        eventId: wish.eventId,
        expiresAt: endsAt,
      },
    })
    return token
  })
}

// Who may do more already keeps it when a program asks for less.
async function giveRight(tx: Transaction, wish: Grant, { isAtLeast = false } = {}): Promise<string> {
  const isAdmin = 'isAdmin' in wish
  const userId = await ensureUser(tx, wish.email)
  if (isAdmin) await tx.user.update({ where: { id: userId }, data: { isAdmin } })
  else {
    const { eventId, role } = wish
    await tx.teamMember.upsert({
      where: { eventId_userId: { eventId, userId } },
      create: { eventId, userId, role },
      update: isAtLeast ? {} : { role },
    })
  }
  await recordHistory(tx, {
    eventId: isAdmin ? null : wish.eventId,
    actor: wish.actor,
    act: 'granted',
    subject: 'user',
    subjectId: userId,
    facts: { role: isAdmin ? 'admin' : wish.role },
  })
  return userId
}
