import 'server-only'
import { db } from '../db/client'
import type { StepKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { markProven } from './mark-proven'
import { mayProve } from './may-prove'
import type { ProveRefusal } from './schema'
import { stepOfCode } from './totp'

/**
 * Proves the second factor by the code of an authenticator app. Each code works once: the guarded update lets one of
 * two through, and nothing older. Too many tries close this way for an hour, to the `network` address they came from.
 */
export async function proveByCode(
  key: StepKey,
  code: string,
  network: string,
): Promise<Result<null, ProveRefusal>> {
  const { userId } = key
  if (!(await mayProve('totp', userId, network))) return refused('too_many_tries')
  return await db().$transaction(async (tx) => {
    const factor = await tx.totpFactor.findFirst({ where: { userId, confirmedAt: { not: null } } })
    const step = factor && stepOfCode(factor, code)
    if (step === null) return refused('wrong_code')
    const { count } = await tx.totpFactor.updateMany({
      where: { userId, confirmedAt: { not: null }, lastStep: { lt: step } },
      data: { lastStep: step },
    })
    if (count === 0) return refused('code_spent')
    await markProven(tx, key)
    return ok(null)
  })
}
