import 'server-only'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { AdminKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { ok, type Result, refused } from '../result'
import { ensureUser } from './ensure-user'
import { lockAdmins, whyNotAdmin } from './lock-admins'
import type { AccountRefusal, AdminInvitation } from './schema'

type Made = Result<{ isNew: boolean }, Exclude<AccountRefusal, 'last_admin' | 'oneself'>>

/** Somebody with an account runs the house too, with their very next click. The same again changes nothing. */
export async function makeAdmin(key: AdminKey, userId: string): Promise<Made> {
  return await db().$transaction(async (tx) => {
    await lockAdmins(tx)
    const why = await whyNotAdmin(tx, key)
    return why ? refused(why) : await lift(tx, key, userId)
  })
}

/**
 * The same by address, with an account if there is none, and a mail that says so. It carries no key: whoever reads the
 * mailbox asks for a link to sign in there, as always.
 */
export async function inviteAdmin(key: AdminKey, { email, language }: AdminInvitation): Promise<Made> {
  return await db().$transaction(async (tx) => {
    await lockAdmins(tx)
    const why = await whyNotAdmin(tx, key)
    if (why) return refused(why)
    const made = await lift(tx, key, await ensureUser(tx, email))
    if (made.ok && made.value.isNew)
      await queueMail(tx, {
        kind: 'made_admin',
        to: { name: '', address: email, language },
        facts: { email },
      })
    return made
  })
}

async function lift(tx: Transaction, key: AdminKey, userId: string): Promise<Made> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { isAdmin: true, disabledAt: true },
  })
  if (!user) return refused('unknown_account')
  if (user.disabledAt) return refused('account_locked')
  if (user.isAdmin) return ok({ isNew: false })
  await tx.user.update({ where: { id: userId }, data: { isAdmin: true } })
  await recordHistory(tx, {
    eventId: null,
    actor: { kind: 'user', id: key.userId },
    act: 'made_admin',
    subject: 'user',
    subjectId: userId,
  })
  return ok({ isNew: true })
}
