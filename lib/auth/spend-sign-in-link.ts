import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import { ok, type Result, refused } from '../result'
import { hashToken, newToken } from '../tokens'
import type { SpendSignInLinkRefusal } from './schema'
import { sessionLifetime } from './session-cookie'

type Session = { token: string; expires: Date }

/** Turns a link into a session, once: the guarded update lets one of two clicks through. */
export async function spendSignInLink(token: string): Promise<Result<Session, SpendSignInLinkRefusal>> {
  const at = now()
  const session = { token: newToken(), expires: new Date(at.getTime() + sessionLifetime.most * 1000) }
  return await db().$transaction(async (tx) => {
    const [spent] = await tx.accessToken.updateManyAndReturn({
      where: {
        hash: hashToken(token),
        purpose: 'sign_in',
        usedAt: null,
        revokedAt: null,
        expiresAt: { gt: at },
        user: { disabledAt: null },
      },
      data: { usedAt: at },
      select: { userId: true },
    })
    if (!spent) return refused('link_spent_or_expired')
    const { userId } = spent
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
    return ok(session)
  })
}
