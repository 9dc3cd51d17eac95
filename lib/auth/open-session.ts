import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import { hashToken, newToken } from '../tokens'
import { sessionLifetime } from './session-cookie'

/** What the session cookie is to carry, and until when. */
export type Session = { token: string; expires: Date }

/** Signs an account in; only the hash of its token stays. */
export async function openSession(tx: Transaction, userId: string): Promise<Session> {
  const session = { token: newToken(), expires: new Date(now().getTime() + sessionLifetime.most * 1000) }
  await tx.session.create({
    data: { sessionToken: hashToken(session.token), userId, expires: session.expires },
  })
  await recordHistory(tx, {
    eventId: null,
    actor: { kind: 'user', id: userId },
    act: 'signed_in',
    subject: 'user',
    subjectId: userId,
  })
  return session
}
