import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { ok, type Result, refused } from '../result'
import { hashToken } from '../tokens'
import { openSession, type Session } from './open-session'
import type { SpendSignInLinkRefusal } from './schema'

/** Turns a link into a session, once: the guarded update lets one of two clicks through. */
export async function spendSignInLink(token: string): Promise<Result<Session, SpendSignInLinkRefusal>> {
  const at = now()
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
      select: { userId: true, provesSecondFactor: true },
    })
    if (!spent) return refused('link_spent_or_expired')
    return ok(await openSession(tx, spent.userId, spent.provesSecondFactor))
  })
}
