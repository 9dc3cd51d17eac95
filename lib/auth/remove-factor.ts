import 'server-only'
import { db, type Transaction } from '../db/client'
import type { AccountKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { lockAccount } from './lock-account'
import { recordOwnAct } from './record-own-act'
import type { RemoveFactorRefusal } from './schema'

type Removed = Result<null, RemoveFactorRefusal>

/** Signing in asks for the app no more; also ends a set-up that was begun. */
export const removeAuthenticator = ({ userId }: AccountKey): Promise<Removed> =>
  remove(userId, async (tx) => {
    const begun = await tx.totpFactor.findUnique({ where: { userId } })
    await tx.totpFactor.deleteMany({ where: { userId } })
    return { count: begun ? 1 : 0, act: begun?.confirmedAt ? 'removed_authenticator' : null }
  })

/** One of one's own passkeys opens nothing any more. */
export const removePasskey = ({ userId }: AccountKey, id: string): Promise<Removed> =>
  remove(userId, async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id, userId } })
    return { count, act: 'removed_passkey' }
  })

type Deletion = { count: number; act: 'removed_authenticator' | 'removed_passkey' | null }

async function remove(userId: string, take: (tx: Transaction) => Promise<Deletion>): Promise<Removed> {
  return await db().$transaction(async (tx) => {
    await lockAccount(tx, userId)
    const { count, act } = await take(tx)
    if (count === 0) return refused('gone_already')
    const apps = await tx.totpFactor.count({ where: { userId, confirmedAt: { not: null } } })
    const left = apps + (await tx.passkey.count({ where: { userId } }))
    // Codes that stand in for nothing would open a factor that is set up later.
    if (left === 0) await tx.recoveryCode.deleteMany({ where: { userId } })
    if (act) await recordOwnAct(tx, userId, act)
    return ok(null)
  })
}
