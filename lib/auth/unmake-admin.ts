import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { AdminKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { isLastAdmin, lockAdmins, whyNotAdmin } from './lock-admins'
import type { AccountRefusal } from './schema'

/** Somebody, or the key's holder, runs the house no longer; what they are in events' teams stays. Never the last one. */
export async function unmakeAdmin(
  key: AdminKey,
  userId: string,
): Promise<Result<{ isNew: boolean }, Exclude<AccountRefusal, 'account_locked' | 'oneself'>>> {
  return await db().$transaction(async (tx) => {
    await lockAdmins(tx)
    const why = await whyNotAdmin(tx, key)
    if (why) return refused(why)
    const user = await tx.user.findUnique({ where: { id: userId }, select: { isAdmin: true } })
    if (!user) return refused('unknown_account')
    if (!user.isAdmin) return ok({ isNew: false })
    if (await isLastAdmin(tx, userId)) return refused('last_admin')
    await tx.user.update({ where: { id: userId }, data: { isAdmin: false } })
    await recordHistory(tx, {
      eventId: null,
      actor: { kind: 'user', id: key.userId },
      act: 'unmade_admin',
      subject: 'user',
      subjectId: userId,
    })
    return ok({ isNew: true })
  })
}
