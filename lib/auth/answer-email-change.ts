import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import type { AccountKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { hashToken } from '../tokens'
import { lockAccount } from './lock-account'
import { recordOwnAct } from './record-own-act'
import type { EmailChangeRefusal } from './schema'

type Answered = Result<'waits' | 'done', EmailChangeRefusal>

/** One mailbox agrees. With the second the address is changed, and every session ends but the one that asked. */
export async function agreeToEmailChange(token: string): Promise<Answered> {
  const answer = db().$transaction(async (tx): Promise<Answered> => {
    const change = await lockChange(tx, token)
    if (!change) return refused('link_over')
    const isOld = change.oldHash === hashToken(token)
    const both = await tx.emailChange.update({
      where: { userId: change.userId },
      data: isOld ? { oldConfirmedAt: now() } : { newConfirmedAt: now() },
    })
    // Said only to both mailboxes: one alone must not learn who has an account.
    if (!both.oldConfirmedAt || !both.newConfirmedAt) return ok('waits')
    if ((await tx.user.count({ where: { email: both.newEmail } })) > 0) return refused('address_taken')
    await move(tx, both)
    return ok('done')
  })
  return await answer.catch((error) => {
    // Somebody else was given an account under this address just now; the index has the last word.
    if (error?.code === 'P2002') return refused('address_taken')
    throw error
  })
}

/** Either mailbox stops it: the other one’s button does nothing any more. */
export async function stopEmailChange(token: string): Promise<Result<null, 'link_over'>> {
  return await db().$transaction(async (tx) => {
    const change = await lockChange(tx, token)
    return change && (await drop(tx, change.userId)) ? ok(null) : refused('link_over')
  })
}

/** Whoever asked thinks better of it. */
export async function dropEmailChange({ userId }: AccountKey): Promise<void> {
  await db().$transaction((tx) => drop(tx, userId))
}

async function drop(tx: Transaction, userId: string): Promise<boolean> {
  const { count } = await tx.emailChange.deleteMany({ where: { userId } })
  if (count > 0) await recordOwnAct(tx, userId, 'stopped_sign_in_change')
  return count > 0
}

async function lockChange(tx: Transaction, token: string) {
  const hash = hashToken(token)
  const user = { disabledAt: null }
  const where = { OR: [{ oldHash: hash }, { newHash: hash }], expiresAt: { gt: now() }, user }
  const found = await tx.emailChange.findFirst({ where, select: { userId: true } })
  if (!found) return null
  await lockAccount(tx, found.userId)
  return await tx.emailChange.findFirst({ where })
}

// A link that was mailed to the old mailbox and not pressed yet must not outlive it.
async function move(tx: Transaction, change: { userId: string; sessionId: string; newEmail: string }) {
  const { userId, sessionId, newEmail } = change
  await tx.user.update({ where: { id: userId }, data: { email: newEmail, emailVerified: now() } })
  await tx.emailChange.delete({ where: { userId } })
  await tx.session.deleteMany({ where: { userId, id: { not: sessionId } } })
  const open = { userId, purpose: 'sign_in', usedAt: null, revokedAt: null } as const
  await tx.accessToken.updateMany({ where: open, data: { revokedAt: now() } })
  await recordOwnAct(tx, userId, 'changed_sign_in')
}
