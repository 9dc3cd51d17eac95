import 'server-only'
import { now } from '../clock'
import { asCode } from '../codes'
import { db } from '../db/client'
import type { StepKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { hashRecoveryCode } from './hash-recovery-code'
import { markProven } from './mark-proven'
import { mayProve } from './may-prove'
import { recordOwnAct } from './record-own-act'
import type { ProveRefusal } from './schema'

/** Proves the second factor by a code from paper, once each. Its tries are counted apart from those of the app. */
export async function proveByRecoveryCode(
  key: StepKey,
  typed: string,
  network: string,
): Promise<Result<null, ProveRefusal>> {
  const { userId } = key
  if (!(await mayProve('recovery', userId, network))) return refused('too_many_tries')
  const code = asCode(typed)
  if (!code) return refused('wrong_code')
  const hash = await hashRecoveryCode(userId, code)
  return await db().$transaction(async (tx) => {
    const { count } = await tx.recoveryCode.updateMany({
      where: { userId, hash, usedAt: null },
      data: { usedAt: now() },
    })
    if (count === 0) return refused('wrong_code')
    await markProven(tx, key)
    await recordOwnAct(tx, userId, 'used_recovery_code')
    return ok(null)
  })
}
