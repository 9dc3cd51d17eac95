import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { now } from '../clock'
import type { Language } from '../dates'
import { db, type Transaction } from '../db/client'
import { env } from '../env'
import { mayGoOn, networkOf } from '../limits'
import { queueMail } from '../mail/queue-mail'
import { ok, type Result, refused } from '../result'
import { hashToken } from '../tokens'
import { linkLifetime, makeSignInToken } from './make-sign-in-token'
import type { RequestSignInRefusal, SignInInput } from './schema'

/** `network` is the address the request came from; `to` a path of ours to arrive at. */
type Context = { network: string; language: Language; to: string }

/**
 * Mails a link to whoever has an account under this address. The answer is the same for known and unknown
 * addresses, also in time; only too many tries from one network are refused.
 */
export async function requestSignIn(
  { email }: SignInInput,
  { network, language, to }: Context,
): Promise<Result<null, RequestSignInRefusal>> {
  const { signInPerAddressPerMinute, signInPerPersonPerHour } = env()
  if (!(await mayGoOn('sign_in_network', network, signInPerAddressPerMinute, 60)))
    return refused('too_many_tries')
  const person = hashToken(`${email} ${networkOf(network)}`)
  const isPatient = await mayGoOn('sign_in_person', person, signInPerPersonPerHour, 3600)
  await Promise.all([pause(200), mailLink(email, isPatient, language, to)])
  return ok(null)
}

// Too many tries fill no mailbox, but lock nobody out: a link still comes once the last one is spent or nearly over.
async function mailLink(email: string, isPatient: boolean, language: Language, to: string): Promise<void> {
  const user = await db().user.findUnique({ where: { email } })
  if (!user || user.disabledAt) return
  await db().$transaction(async (tx) => {
    // One after the other: two tries at once would both find no link.
    await tx.$queryRaw`SELECT id FROM user_account WHERE id = ${user.id}::uuid FOR UPDATE`
    if (!isPatient && (await hasFreshLink(tx, user.id))) return
    const token = await makeSignInToken(tx, user.id, linkLifetime.mailed)
    const addressee = { name: user.name ?? '', address: user.email, language }
    await queueMail(tx, { kind: 'sign_in', to: addressee, facts: { to }, token })
  })
}

async function hasFreshLink(tx: Transaction, userId: string): Promise<boolean> {
  const minute = 60_000
  const [soon, latest] = [5 * minute, linkLifetime.mailed].map((ahead) => new Date(now().getTime() + ahead))
  const live = { userId, purpose: 'sign_in' as const, usedAt: null, revokedAt: null }
  return (await tx.accessToken.count({ where: { ...live, expiresAt: { gt: soon, lte: latest } } })) > 0
}
