import 'server-only'
import { Secret } from 'otpauth'
import { now } from '../clock'
import { db } from '../db/client'
import type { AccountKey } from '../keys'
import { mayGoOn } from '../limits'
import { ok, type Result, refused } from '../result'
import { seal } from '../tokens'
import { lockAccount } from './lock-account'
import { markProven } from './mark-proven'
import { recordOwnAct } from './record-own-act'
import type { AuthenticatorRefusal } from './schema'
import { stepOfCode, totpSeal, triesOfTotp } from './totp'

/** Makes the secret that an authenticator app is to learn; nothing is asked for it until a code has come back. */
export async function startAuthenticator({ userId }: AccountKey): Promise<Result<null, 'set_up_already'>> {
  // 160 bits, as RFC 4226 (section 4) recommends.
  const secret = seal(totpSeal, `${userId} ${new Secret({ size: 20 }).base32}`)
  const begun = { secret, startedAt: now(), lastStep: 0 }
  return await db().$transaction(async (tx) => {
    await lockAccount(tx, userId)
    await tx.totpFactor.deleteMany({ where: { userId, confirmedAt: null } })
    const { count } = await tx.totpFactor.createMany({ data: { userId, ...begun }, skipDuplicates: true })
    return count === 1 ? ok(null) : refused('set_up_already')
  })
}

/** The code that the app shows proves that it has learnt the secret: from now on signing in asks for it. */
export async function confirmAuthenticator(
  key: AccountKey,
  code: string,
): Promise<Result<null, AuthenticatorRefusal>> {
  const { userId } = key
  if (!(await mayGoOn('totp_setup', userId, triesOfTotp(), 3600))) return refused('too_many_tries')
  return await db().$transaction(async (tx) => {
    await lockAccount(tx, userId)
    const factor = await tx.totpFactor.findFirst({ where: { userId, confirmedAt: null } })
    if (!factor) return refused('nothing_begun')
    const step = stepOfCode(factor, code)
    if (step === null) return refused('wrong_code')
    await tx.totpFactor.update({ where: { userId }, data: { confirmedAt: now(), lastStep: step } })
    await markProven(tx, key)
    await recordOwnAct(tx, userId, 'set_up_authenticator')
    return ok(null)
  })
}
