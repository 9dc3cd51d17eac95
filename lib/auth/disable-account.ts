import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { AdminKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { lockAdmins, whyNotAdmin } from './lock-admins'
import type { AccountRefusal } from './schema'

/**
 * Nobody gets in by this account any more: its sessions end, its links, its programs' tokens and a change of its
 * address open nothing, and stay dead when it is unlocked. Teams keep the person. Nobody locks themselves out, so the last admin stays.
 */
export async function disableAccount(
  key: AdminKey,
  userId: string,
): Promise<Result<{ isNew: boolean }, Exclude<AccountRefusal, 'account_locked' | 'last_admin'>>> {
  if (userId === key.userId) return refused('oneself')
  return await db().$transaction(async (tx) => {
    await lockAdmins(tx)
    const why = await whyNotAdmin(tx, key)
    if (why) return refused(why)
    const locked = { where: { id: userId, disabledAt: null }, data: { disabledAt: now() } }
    if ((await tx.user.updateMany(locked)).count === 0) return await known(tx, userId)
    await endAll(tx, userId)
    await record(tx, key, userId, 'disabled_account')
    return ok({ isNew: true })
  })
}

/** The account signs in again, by a new link. */
export async function enableAccount(
  key: AdminKey,
  userId: string,
): Promise<Result<{ isNew: boolean }, 'unknown_account' | 'admin_no_more'>> {
  return await db().$transaction(async (tx) => {
    await lockAdmins(tx)
    const why = await whyNotAdmin(tx, key)
    if (why) return refused(why)
    const open = { where: { id: userId, disabledAt: { not: null } }, data: { disabledAt: null } }
    if ((await tx.user.updateMany(open)).count === 0) return await known(tx, userId)
    // Whoever signed in while the account was being locked must not come back with it.
    await endAll(tx, userId)
    await record(tx, key, userId, 'enabled_account')
    return ok({ isNew: true })
  })
}

async function endAll(tx: Transaction, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } })
  await tx.accessToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now() } })
  await tx.emailChange.deleteMany({ where: { userId } })
}

const known = async (tx: Transaction, userId: string) =>
  (await tx.user.count({ where: { id: userId } })) > 0 ? ok({ isNew: false }) : refused('unknown_account')

const record = (
  tx: Transaction,
  { userId: by }: AdminKey,
  userId: string,
  act: 'disabled_account' | 'enabled_account',
) =>
  recordHistory(tx, {
    eventId: null,
    actor: { kind: 'user', id: by },
    act,
    subject: 'user',
    subjectId: userId,
  })
