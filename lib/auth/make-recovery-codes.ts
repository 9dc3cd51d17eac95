import 'server-only'
import { db } from '../db/client'
import { newCode } from '../ids'
import type { AccountKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { hashRecoveryCode } from './hash-recovery-code'
import { lockAccount } from './lock-account'
import { recordOwnAct } from './record-own-act'

const howMany = 10

/**
 * Ten codes to keep on paper, each good for one sign-in without the other factor; the ones before open nothing any
 * more. They are answered this once. Refused to who has no factor they could stand in for.
 */
export async function makeRecoveryCodes({
  userId,
}: AccountKey): Promise<Result<{ codes: string[] }, 'no_factor'>> {
  const codes = Array.from({ length: howMany }, newCode)
  const hashes = await Promise.all(codes.map((code) => hashRecoveryCode(userId, code)))
  return await db().$transaction(async (tx) => {
    await lockAccount(tx, userId)
    const apps = await tx.totpFactor.count({ where: { userId, confirmedAt: { not: null } } })
    if (apps + (await tx.passkey.count({ where: { userId } })) === 0) return refused('no_factor')
    await tx.recoveryCode.deleteMany({ where: { userId } })
    await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ userId, hash })) })
    await recordOwnAct(tx, userId, 'made_recovery_codes')
    return ok({ codes })
  })
}
