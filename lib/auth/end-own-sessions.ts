import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { AccountKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { recordOwnAct } from './record-own-act'
import type { EndSessionRefusal } from './schema'

/** Ends one sign-in of one's own, on whatever device; its next click finds nobody signed in. */
export async function endOwnSession(
  { userId }: AccountKey,
  id: string,
): Promise<Result<null, EndSessionRefusal>> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId } })
    if (count === 0) return refused('unknown_session')
    await recordOwnAct(tx, userId, 'ended_session')
    return ok(null)
  })
}

/** Ends every sign-in of one's own, this one too, the links that would open another, and a change of address on its way. */
export async function signOutEverywhere({ userId }: AccountKey): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { userId } })
    const open = { userId, purpose: 'sign_in', usedAt: null, revokedAt: null } as const
    await tx.accessToken.updateMany({ where: open, data: { revokedAt: now() } })
    await tx.emailChange.deleteMany({ where: { userId } })
    await recordOwnAct(tx, userId, 'signed_out_everywhere')
  })
}
