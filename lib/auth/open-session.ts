import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import { hashToken, newToken } from '../tokens'
import { sessionLifetime } from './session-cookie'

/** What the session cookie is to carry, and until when. */
export type Session = { token: string; expires: Date }

/** Signs an account in; only the hash of its token stays. It owes the second factor, unless the way in proved it. */
export async function openSession(
  tx: Transaction,
  userId: string,
  provesSecondFactor = false,
): Promise<Session> {
  const session = { token: newToken(), expires: new Date(now().getTime() + sessionLifetime().most * 1000) }
  await keepSession(tx, { ...session, userId }, provesSecondFactor)
  return session
}

/** The same for a token that was made elsewhere. */
export async function keepSession(
  tx: Transaction,
  { token, expires, userId }: Session & { userId: string },
  provesSecondFactor = false,
): Promise<void> {
  await tx.session.create({
    data: {
      sessionToken: hashToken(token),
      userId,
      expires,
      secondFactorAt: provesSecondFactor ? now() : null,
    },
  })
  await tx.user.updateMany({ where: { id: userId, emailVerified: null }, data: { emailVerified: now() } })
  await recordHistory(tx, {
    eventId: null,
    actor: { kind: 'user', id: userId },
    act: 'signed_in',
    subject: 'user',
    subjectId: userId,
  })
}
