import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { AdminKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { lockAccount } from './lock-account'
import type { ResetSecondFactorRefusal } from './schema'

/**
 * Takes away every factor and recovery code of somebody who lost theirs, and ends their sessions: whoever found the
 * phone is out. They sign in by mail again, and are asked to set up a new one where the house demands it.
 */
export async function resetSecondFactor(
  key: AdminKey,
  userId: string,
): Promise<Result<null, ResetSecondFactorRefusal>> {
  return await db().$transaction(async (tx) => {
    await lockAccount(tx, userId)
    const where = { userId }
    const [apps, passkeys] = [
      await tx.totpFactor.deleteMany({ where }),
      await tx.passkey.deleteMany({ where }),
    ]
    await tx.recoveryCode.deleteMany({ where })
    if (apps.count + passkeys.count === 0) return refused('nothing_to_reset')
    await tx.session.deleteMany({ where })
    await tx.emailChange.deleteMany({ where })
    await recordHistory(tx, {
      eventId: null,
      actor: { kind: 'user', id: key.userId },
      act: 'reset_second_factor',
      subject: 'user',
      subjectId: userId,
    })
    return ok(null)
  })
}
