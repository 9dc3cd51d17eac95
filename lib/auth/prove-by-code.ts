import 'server-only'
import { db } from '../db/client'
import type { StepKey } from '../keys'
import { mayGoOn } from '../limits'
import { ok, type Result, refused } from '../result'
import { markProven } from './mark-proven'
import type { ProveRefusal } from './schema'
import { stepOfCode, triesOfTotp } from './totp'

/**
 * Proves the second factor by the code of an authenticator app. Each code works once: the guarded update lets one of
 * two through, and nothing older. Too many tries of one person close this way for an hour, and leave the others open.
 */
export async function proveByCode(key: StepKey, code: string): Promise<Result<null, ProveRefusal>> {
  const { userId } = key
  if (!(await mayGoOn('totp', userId, triesOfTotp(), 3600))) return refused('too_many_tries')
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
