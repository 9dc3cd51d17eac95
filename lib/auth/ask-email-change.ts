import 'server-only'
import { now } from '../clock'
import type { Language } from '../dates'
import { db } from '../db/client'
import { env } from '../env'
import type { AccountKey } from '../keys'
import { mayGoOn } from '../limits'
import { queueMail } from '../mail/queue-mail'
import { ok, type Result, refused } from '../result'
import { hashToken, newToken } from '../tokens'
import { lockAccount } from './lock-account'
import { recordOwnAct } from './record-own-act'
import type { AskEmailChangeRefusal } from './schema'

const day = 24 * 3_600_000

/**
 * Writes to the mailbox somebody signs in with and to the one they want to; nothing changes until both have answered,
 * within a day. An address that has an account gets a mail that says so: whoever asked is told the same in both cases.
 * Asking again makes the links before worthless.
 */
export async function askEmailChange(
  { userId, sessionId }: AccountKey,
  newEmail: string,
  language: Language,
): Promise<Result<null, AskEmailChangeRefusal>> {
  const perHour = env().resendPerPersonPerHour
  if (!(await mayGoOn('sign_in_change', userId, perHour, 3600))) return refused('too_many_tries')
  const isWritten = await mayGoOn('sign_in_change_to', hashToken(newEmail), perHour, 3600)
  return await db().$transaction(async (tx) => {
    await lockAccount(tx, userId)
    const { email, name } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    if (email === newEmail) return refused('same_address')
    const tokens = { old: newToken(), new: newToken() }
    const change = {
      ...{ sessionId, newEmail, oldHash: hashToken(tokens.old), newHash: hashToken(tokens.new) },
      ...{ oldConfirmedAt: null, newConfirmedAt: null },
      ...{ createdAt: now(), expiresAt: new Date(now().getTime() + day) },
    }
    await tx.emailChange.upsert({ where: { userId }, create: { userId, ...change }, update: change })
    const isKnown = (await tx.user.count({ where: { email: newEmail } })) > 0
    const mail = { facts: { newEmail }, to: { name: name ?? '', address: email, language } }
    const away = { ...mail, to: { ...mail.to, address: newEmail } }
    await queueMail(tx, { ...mail, kind: 'sign_in_change', token: tokens.old })
    if (isWritten && isKnown) await queueMail(tx, { ...away, facts: {}, kind: 'sign_in_change_known' })
    if (isWritten && !isKnown) await queueMail(tx, { ...away, kind: 'sign_in_change_new', token: tokens.new })
    await recordOwnAct(tx, userId, 'asked_for_other_sign_in')
    return ok(null)
  })
}
